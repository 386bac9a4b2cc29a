import { type Node, type SyntaxTree, T, type TokenKind } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { placeOf, wholeOf } from './chains.ts';
import { formulaOf } from './code-text.ts';
import { ruleOfNames } from './name-rule.ts';

const comparisons: ReadonlySet<TokenKind> = new Set([
  T.Equal,
  T.NotEqual,
  T.Less,
  T.LessOrEqual,
  T.Greater,
  T.GreaterOrEqual,
]);

export const unsafeSafeModeMethodCall = ruleOfNames(
  {
    key: 'UnsafeSafeModeMethodCall',
    type: 'error',
    severity: 'blocker',
    minutes: 1,
    dialect: 'bsl',
    title: { ru: '«БезопасныйРежим» как логическое значение', en: '"SafeMode" taken for a boolean' },
    message: {
      ru: 'Сравните результат с «Ложь»: «БезопасныйРежим» может вернуть и строку',
      en: 'Compare the result with "False": "SafeMode" may return a string as well',
    },
  },
  {
    names: nameSet('БезопасныйРежим', 'SafeMode'),
    counts: (tree, call) => isTakenForBoolean(tree, wholeOf(call)),
  },
);

function isTakenForBoolean(tree: SyntaxTree, whole: Node): boolean {
  if (placeOf(whole) !== 'operand') return false;
  const formula = formulaOf(whole);
  if (hasSign(whole)) return true;
  const around = contextOf(formula);
  if (around === 'statement') return false;
  if (around === 'condition' && formula === whole) return true;
  const neighbours = [
    whole.first > formula.first ? tree.tokens.kind(whole.first - 1) : T.EndOfFile,
    whole.last < formula.last ? tree.tokens.kind(whole.last + 1) : T.EndOfFile,
  ];
  if (neighbours.some((kind) => comparisons.has(kind))) return false;
  return neighbours.some((kind) => kind === T.And || kind === T.Or);
}

/** Whether a sign or `Не` stands directly before. */
function hasSign(node: Node): boolean {
  for (let here = node; here.parent !== undefined; here = here.parent) {
    if (here.parent.kind === 'unary') return here.parent.first === node.first - 1;
    if (here.parent.kind !== 'binary' || here.parent.left !== here) return false;
  }
  return false;
}

/** What a formula belongs to: the condition of `Если`, an assignment, another expression, or just a statement. */
function contextOf(formula: Node): 'condition' | 'expression' | 'statement' {
  let here = formula;
  for (let above = here.parent; above !== undefined; above = here.parent) {
    if (above.kind === 'ifBranch') return 'condition';
    if (above.kind === 'assignment') return 'expression';
    if (above.kind === 'execute' || above.kind === 'raise') return 'statement';
    if (above.kind === 'parenthesized' && above.parent?.kind === 'execute') return 'statement';
    const isInside =
      above.kind === 'parenthesized' ||
      above.kind === 'ternary' ||
      above.kind === 'arguments' ||
      above.kind === 'index';
    if (!isInside) return 'statement';
    const container = above.kind === 'arguments' ? above.parent : above;
    const whole = wholeOf(container ?? above);
    if (placeOf(whole) === 'operand') return 'expression';
    here = whole;
  }
  return 'statement';
}
