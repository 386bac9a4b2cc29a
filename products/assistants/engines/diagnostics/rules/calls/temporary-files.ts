import { ancestorOf, type Call, type Node, type SyntaxTree } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { javaPattern } from '../text/java-pattern.ts';
import { chainOf, placeOf, wholeOf } from './chains.ts';
import { codeText, lineOf } from './code-text.ts';

const making = /^(?:ПолучитьИмяВременногоФайла|GetTempFileName)/iu;

export const missingTemporaryFileDeletion = defineRule({
  key: 'MissingTemporaryFileDeletion',
  type: 'error',
  severity: 'major',
  minutes: 5,
  standards: [542],
  title: { ru: 'Временный файл не удаляется', en: 'A temporary file stays behind' },
  message: {
    ru: 'Запомните имя временного файла в переменной и удалите файл после работы',
    en: 'Keep the name of the temporary file in a variable and delete the file after use',
  },
  defaults: {
    searchDeleteFileMethod:
      'УдалитьФайлы|DeleteFiles|НачатьУдалениеФайлов|BeginDeletingFiles|ПереместитьФайл|MoveFile',
  },
  create({ tree, parameters, reportTokens }) {
    const names = parameters.searchDeleteFileMethod.replaceAll('.', '\\.');
    const deleting = javaPattern(`^(?:${names})$`, 'iu');
    const made: Call[] = [];
    /** Argument, lower case → where calls that delete it begin: tokens, in order. */
    const deleted = new Map<string, number[]>();
    return {
      enter: {
        call(call) {
          const { callee } = call;
          if (callee.kind === 'name' && making.test(tree.tokens.text(callee.first))) made.push(call);
          if (!deleting.test(fullName(tree, call))) return;
          const start = callee.kind === 'member' ? callee.dot : call.first;
          for (const value of call.args.values) {
            if (value === undefined) continue;
            const key = codeText(tree, value.first, value.last).toLowerCase();
            const places = deleted.get(key) ?? [];
            places.push(start);
            deleted.set(key, places);
          }
        },
      },
      finish() {
        for (const places of deleted.values()) places.sort((left, right) => left - right);
        for (const call of made) {
          const assignment = ancestorOf(call, 'assignment');
          if (assignment !== undefined) {
            const { first, last } = assignment.target;
            const places = deleted.get(codeText(tree, first, last).toLowerCase()) ?? [];
            if (isDeletedAfter(tree, call, places)) continue;
          }
          reportTokens(call.first, call.last);
        }
      },
    };
  },
});

/** Whether one of the places lies on a later line of the block the call stands in. */
function isDeletedAfter(tree: SyntaxTree, call: Call, places: readonly number[]): boolean {
  const line = lineOf(tree, call.first);
  const last = blockEnd(tree, call);
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineOf(tree, places[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? last + 1) <= last;
}

/** The last token of the block around; the module's body is a block on each side of its methods. */
function blockEnd(tree: SyntaxTree, node: Node): number {
  const block = ancestorOf(node, 'block');
  if (block !== undefined) return block.last;
  const method = tree.module.items.find((item) => item.kind === 'method' && item.first > node.first);
  return (method?.first ?? tree.tokens.count) - 1;
}

/** The name with everything before it: `Модуль.Объект.Метод`; empty where nothing can be called so. */
function fullName(tree: SyntaxTree, call: Call): string {
  const { callee } = call;
  if (callee.kind === 'name') return tree.tokens.text(callee.first);
  if (callee.kind !== 'member' || callee.name < 0) return '';
  const whole = wholeOf(call);
  const { base } = chainOf(callee.object);
  if (placeOf(whole) === 'target' || base.kind === 'parenthesized') return '';
  const name = tree.tokens.text(callee.name);
  if (placeOf(whole) === 'statement') {
    // What ends a call that stands alone is its last link; for the links before it, nothing is called so.
    if (whole !== call) return '';
    const steps = codeText(tree, base.last + 1, callee.dot - 1);
    return `${tree.tokens.text(base.first)}${steps}.${name}`;
  }
  const start = base.kind === 'name' ? base.first : base.last + 1;
  return `${codeText(tree, start, callee.dot - 1)}.${name}`;
}
