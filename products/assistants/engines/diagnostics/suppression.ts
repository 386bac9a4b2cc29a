import { type SyntaxTree, symbolsOf } from '#products/assistants/engines/bsl';

/** Which findings the comments of a module switch off, by key and the line they begin on. */
export type IsSuppressed = (key: string, line: number) => boolean;

type LineRange = readonly [first: number, last: number];

const allKeys = '';
const switchShape = /BSLLS(?::(\w+))?-(выкл|off|вкл|on)/iu;

/**
 * Reads `// BSLLS-off … BSLLS-on`, `// BSLLS:Key-off … -on` (Russian words too) and the same comments at the end of a line
 * of code, which speak of that line alone. In an extension's method under `&ИзменениеИКонтроль` only what stands between
 * `#Вставка` and `#КонецВставки` is looked at: the rest is somebody else's code.
 */
export function suppressionOf(tree: SyntaxTree): IsSuppressed {
  const ranges = new Map<string, LineRange[]>();
  const add = (key: string, first: number, last: number): void => {
    const known = ranges.get(key) ?? [];
    known.push([first, last]);
    ranges.set(key, known);
  };
  readSwitches(tree, add);
  readExtensions(tree, add);
  if (ranges.size === 0) return () => false;
  const covers = (key: string, line: number): boolean =>
    ranges.get(key)?.some(([first, last]) => first <= line && line <= last) ?? false;
  return (key, line) => covers(allKeys, line) || covers(key, line);
}

type Add = (key: string, first: number, last: number) => void;

function readSwitches(tree: SyntaxTree, add: Add): void {
  const { lines, comments, tokens } = tree;
  const open = new Map<string, number[]>();
  for (const comment of comments) {
    const found = switchShape.exec(tree.source.slice(comment.start, comment.end));
    if (found === null) continue;
    const [key, word] = [found[1] ?? allKeys, found[2]?.toLowerCase()];
    const line = lines.lineAt(comment.start);
    const starts = open.get(key) ?? [];
    open.set(key, starts);
    if (word === 'вкл' || word === 'on') {
      const first = starts.pop();
      if (first !== undefined) add(key, first, line);
    } else if (hasCode(tree, line)) add(key, line, line);
    else starts.push(line);
  }
  const lastCode = tokens.count > 1 ? lines.lineAt(tokens.start(tokens.count - 2)) : 0;
  const lastLine = Math.max(lastCode, lines.lineAt(comments.at(-1)?.start ?? 0));
  for (const [key, starts] of open) for (const first of starts) add(key, first, lastLine);
}

/** Whether a token begins on the line. */
function hasCode({ tokens, lines }: SyntaxTree, line: number): boolean {
  const token = tokens.at(lines.start(line));
  return token < tokens.count - 1 && lines.lineAt(tokens.start(token)) === line;
}

const changedAndChecked = new Set(['изменениеиконтроль', 'changeandvalidate']);

function readExtensions(tree: SyntaxTree, add: Add): void {
  const { lines, directives, tokens } = tree;
  for (const { node, annotations } of symbolsOf(tree).methods) {
    if (!annotations.some((name) => changedAndChecked.has(name))) continue;
    const end = lines.lineAt(tokens.start(node.last));
    let first = lines.lineAt(tokens.start(node.name));
    for (const directive of directives) {
      if (directive.start < tokens.start(node.first) || directive.end > tokens.end(node.last)) continue;
      const line = lines.lineAt(directive.start);
      if (directive.kind === 'insert') add(allKeys, first, line);
      else if (directive.kind === 'endInsert') first = line;
    }
    add(allKeys, first, end);
  }
}
