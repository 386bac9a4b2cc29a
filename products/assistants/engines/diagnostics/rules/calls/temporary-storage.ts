import { ancestorOf, type Call, type Node, type SyntaxTree } from '#products/assistants/engines/bsl';
import { isGlobalCall, nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { codeKey, lineOf } from './code-text.ts';
import { methodOf } from './methods.ts';

const reading = nameSet('ПолучитьИзВременногоХранилища', 'GetFromTempStorage');
const deleting = nameSet('УдалитьИзВременногоХранилища', 'DeleteFromTempStorage');

export const missingTempStorageDeletion = defineRule({
  key: 'MissingTempStorageDeletion',
  type: 'smell',
  severity: 'critical',
  minutes: 3,
  isActive: false,
  standards: [487, 642],
  title: { ru: 'Временное хранилище не очищается', en: 'The temporary storage is not cleared' },
  message: {
    ru: 'Получив данные, вызовите «УдалитьИзВременногоХранилища» с тем же адресом',
    en: 'Once the data is read, call "DeleteFromTempStorage" with the same address',
  },
  create({ tree, reportTokens }) {
    const read: Call[] = [];
    /** Where it happens and what with → the last line a statement that deletes begins on. */
    const deleted = new Map<Node | undefined, Map<string, number>>();
    return {
      enter: {
        call(call) {
          if (!isGlobalCall(call)) return;
          const key = tree.tokens.key(call.first);
          if (reading.has(key)) read.push(call);
          if (!deleting.has(key)) return;
          const scope = scopeOf(tree, call);
          const known = deleted.get(scope) ?? new Map<string, number>();
          const line = lineOf(tree, statementOf(call).first);
          const args = codeKey(tree, call.args.first, call.args.last);
          known.set(args, Math.max(known.get(args) ?? -1, line));
          deleted.set(scope, known);
        },
      },
      finish() {
        for (const call of read) {
          const args = codeKey(tree, call.args.first, call.args.last);
          const line = deleted.get(scopeOf(tree, call))?.get(args) ?? -1;
          if (line <= lineOf(tree, call.last)) reportTokens(call.first, call.last);
        }
      },
    };
  },
});

/** The method, or the part of the module's body: before the first method or after it. */
function scopeOf(tree: SyntaxTree, node: Node): Node | undefined {
  const method = methodOf(node);
  if (method !== undefined) return method;
  const [first] = tree.module.items.filter(({ kind }) => kind === 'method');
  return first !== undefined && node.first < first.first ? tree.module : undefined;
}

function statementOf(node: Node): Node {
  for (let here: Node = node; here.parent !== undefined; here = here.parent)
    if (here.parent.kind === 'block' || here.parent.kind === 'module') return here;
  return ancestorOf(node, 'module') ?? node;
}
