import { type Method, nodesOf, type SyntaxTree, textOf } from '#products/assistants/engines/bsl';

export interface DatabaseWrite {
  /** From one. */
  readonly line: number;
  readonly what: string;
}

/** Methods of objects of the database, lower case. */
const writers = new Set([
  'записать',
  'write',
  'установитьпометкуудаления',
  'setdeletionmark',
  'прочитатьиудалить',
]);
const transactions = new Set(['начатьтранзакцию', 'begintransaction']);
const constants = /^(?:константы|constants)\.[\p{L}_][\p{L}\p{N}_]*\.(?:установить|set)$/iu;
const longest = 80;

/** Variables a method makes with `Новый`: files, documents in memory, never objects of the database. */
function madeHere(tree: SyntaxTree, method: Method): ReadonlySet<string> {
  return new Set(
    nodesOf(method.body, 'assignment').flatMap(({ target, value }) =>
      target.kind === 'name' && value.kind === 'new' ? [tree.tokens.key(target.first)] : [],
    ),
  );
}

/** Where a method writes to the database, as far as its own text shows. */
export function writesOf(tree: SyntaxTree, method: Method): readonly DatabaseWrite[] {
  const made = madeHere(tree, method);
  return nodesOf(method.body, 'call').flatMap((call): readonly DatabaseWrite[] => {
    const { callee } = call;
    const line = tree.lines.lineAt(tree.tokens.start(call.first)) + 1;
    const what = textOf(tree, callee).replaceAll(/\s+/g, ' ').slice(0, longest);
    if (callee.kind === 'name')
      return transactions.has(tree.tokens.key(callee.first)) ? [{ line, what }] : [];
    if (callee.kind !== 'member' || callee.name < 0) return [];
    if (constants.test(what)) return [{ line, what }];
    if (!writers.has(tree.tokens.key(callee.name))) return [];
    const { object } = callee;
    return object.kind === 'name' && made.has(tree.tokens.key(object.first)) ? [] : [{ line, what }];
  });
}
