import type { Block, Call, Expression, Node, SyntaxTree } from '#products/assistants/engines/bsl';
import { ancestorOf, nodesOf, spanOf } from '#products/assistants/engines/bsl';
import { calledKey, isGlobalCall, nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import type { Text } from '../../text.ts';
import { firstName, globalName } from './expressions.ts';
import { seenText } from './lexemes.ts';

const writers = nameSet('ЗаписьЖурналаРегистрации', 'WriteLogEvent');
const detailed = nameSet('ПодробноеПредставлениеОшибки', 'DetailErrorDescription');
const brief = nameSet('КраткоеПредставлениеОшибки', 'BriefErrorDescription');
const simple = nameSet('ОписаниеОшибки', 'ErrorDescription');
const errorInfo = nameSet('ИнформацияОбОшибке', 'ErrorInfo');
const levels = nameSet('УровеньЖурналаРегистрации', 'EventLogLevel');
const errorLevel = nameSet('Ошибка', 'Error');
const errorProcessing = nameSet('ОбработкаОшибок', 'ErrorProcessing');
const [levelIndex, commentIndex, fewestArguments] = [1, 4, 5];

const messages = {
  few: {
    ru: 'Передайте все пять параметров записи журнала',
    en: 'Pass all five arguments of the log record',
  },
  level: { ru: 'Укажите уровень события', en: 'State the level of the event' },
  comment: { ru: 'Заполните комментарий события', en: 'Fill in the comment of the event' },
  notError: {
    ru: 'Пишите событие из обработчика исключения с уровнем «Ошибка»',
    en: 'Record an event of an exception handler at the level Error',
  },
  notDetailed: {
    ru: 'Передайте в комментарий подробное представление ошибки',
    en: 'Pass the detailed presentation of the error in the comment',
  },
} satisfies Record<string, Text>;

export const usageWriteLogEvent = defineRule({
  key: 'UsageWriteLogEvent',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  standards: [498, 499],
  title: { ru: 'Событие записано в журнал неполно', en: 'An event is recorded incompletely' },
  create: ({ tree, report }) => ({
    enter: {
      call(node) {
        if (!writers.has(globalName(tree, node)) || isInsideAnother(tree, node)) return;
        const message = faultOf(tree, node);
        if (message !== undefined) report(spanOf(tree, node), { message });
      },
    },
  }),
});

function isInsideAnother(tree: SyntaxTree, node: Call): boolean {
  for (let outer = ancestorOf(node, 'call'); outer !== undefined; outer = ancestorOf(outer, 'call'))
    if (writers.has(globalName(tree, outer))) return true;
  return false;
}

function faultOf(tree: SyntaxTree, { args: { values }, ...node }: Call): Text | undefined {
  if (values.length < fewestArguments) return messages.few;
  const [level, comment] = [values[levelIndex], values[commentIndex]];
  if (level === undefined) return messages.level;
  if (comment === undefined) return messages.comment;
  if (!isInHandler(node)) return undefined;
  if (!isErrorLevel(tree, level)) return messages.notError;
  const block = ancestorOf(comment, 'block');
  if (block === undefined) return messages.notDetailed;
  if (block.statements.some(({ kind }) => kind === 'raise')) return undefined;
  return isSoundComment(tree, block, comment, true) ? undefined : messages.notDetailed;
}

function isInHandler(node: { readonly parent: Node | undefined }): boolean {
  for (let here = node.parent; here !== undefined; here = here.parent)
    if (here.parent?.kind === 'try' && here.parent.handler === here) return true;
  return false;
}

function isErrorLevel(tree: SyntaxTree, level: Expression): boolean {
  const operand = level.kind === 'unary' ? level.operand : level;
  const name = firstName(operand);
  if (name === undefined || operand === name) return true;
  return (
    operand.kind === 'member' &&
    operand.object === name &&
    operand.name >= 0 &&
    levels.has(tree.tokens.key(name.first)) &&
    errorLevel.has(tree.tokens.key(operand.name))
  );
}

/** The method is a function of the platform: by itself, or of the error processing object. */
function isPlatformCall(tree: SyntaxTree, call: Call): boolean {
  if (isGlobalCall(call)) return true;
  const name = firstName(call);
  return name !== undefined && errorProcessing.has(tree.tokens.key(name.first));
}

function isSoundComment(tree: SyntaxTree, block: Block, comment: Expression, looksUp: boolean): boolean {
  const calls = nodesOf(comment, 'call');
  const isOf = (names: ReadonlySet<string>, call: Call): boolean =>
    names.has(calledKey(tree, call)) && isPlatformCall(tree, call);
  const tellsAll = (call: Call): boolean =>
    isOf(detailed, call) &&
    nodesOf(call.args, 'call').some((inner) => errorInfo.has(globalName(tree, inner)));
  if (calls.some(tellsAll)) return true;
  if (calls.some((call) => simple.has(globalName(tree, call)) || isOf(brief, call))) return false;
  return operandsOf(comment).every((operand) => isSoundOperand(tree, block, operand, looksUp));
}

function operandsOf(expression: Expression): readonly Expression[] {
  const open: Expression[] = [expression];
  const found: Expression[] = [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'binary') open.push(node.right, node.left);
    else if (node.kind === 'unary') open.push(node.operand);
    else found.push(node);
  }
  return found;
}

/** A variable is sound unless the block begins with giving it something else than the details. */
function isSoundOperand(tree: SyntaxTree, block: Block, operand: Expression, looksUp: boolean): boolean {
  if (!looksUp || !isAccess(operand)) return false;
  const [first] = block.statements;
  if (first?.kind !== 'assignment') return true;
  const textOf = (node: Node): string => seenText(tree, spanOf(tree, node)).toLowerCase();
  if (textOf(first.target) !== textOf(operand)) return true;
  return isSoundComment(tree, block, first.value, false);
}

function isAccess({ kind }: Expression): boolean {
  return ['name', 'member', 'index', 'call', 'new', 'ternary'].includes(kind);
}
