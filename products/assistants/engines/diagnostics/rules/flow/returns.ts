import { type Method, type Node, nodesOf, walk } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { compactText, liesBetween } from './token-text.ts';

export const functionShouldHaveReturn = defineRule({
  key: 'FunctionShouldHaveReturn',
  type: 'error',
  severity: 'major',
  minutes: 10,
  title: { ru: 'Функция ничего не возвращает', en: 'A function returns nothing' },
  message: {
    ru: 'Добавьте в функцию «Возврат» или сделайте её процедурой',
    en: 'Add Return to the function or make it a procedure',
  },
  create({ tree, reportTokens }) {
    // A missing `;` is no error of the grammar.
    const errors = tree.errors.filter(({ code }) => code !== 'semicolon');
    return {
      enter: {
        method(node) {
          if (!node.isFunction || node.endKeyword < 0 || node.name < 0) return;
          if (nodesOf(node.body, 'return').length > 0) return;
          const [start, end] = [tree.tokens.start(node.first), tree.tokens.end(node.last)];
          const isBroken = liesBetween(errors, start, end);
          if (!isBroken) reportTokens(node.name, node.name);
        },
      },
    };
  },
});

export const procedureReturnsValue = defineRule({
  key: 'ProcedureReturnsValue',
  type: 'error',
  severity: 'blocker',
  minutes: 5,
  title: { ru: 'Процедура возвращает значение', en: 'A procedure returns a value' },
  message: {
    ru: 'Уберите значение из «Возврат» или сделайте процедуру функцией',
    en: 'Remove the value from Return or make the procedure a function',
  },
  create: ({ reportTokens }) => ({
    enter: {
      method(node) {
        if (node.isFunction) return;
        for (const { value, first, last } of nodesOf(node.body, 'return'))
          if (value !== undefined) reportTokens(first, last);
      },
    },
  }),
});

export const tooManyReturns = defineRule({
  key: 'TooManyReturns',
  type: 'smell',
  severity: 'minor',
  minutes: 20,
  isActive: false,
  title: { ru: 'Слишком много возвратов в методе', en: 'A method returns in too many places' },
  defaults: { maxReturnsCount: 3 },
  create: ({ tree, parameters: { maxReturnsCount }, reportTokens }) => ({
    enter: {
      method(node) {
        const returns = nodesOf(node.body, 'return');
        if (returns.length <= maxReturnsCount || node.endKeyword < 0 || node.name < 0) return;
        const name = tree.tokens.text(node.name);
        reportTokens(node.name, node.name, {
          message: {
            ru: `В методе ${name} возвратов ${returns.length}: оставьте не больше ${maxReturnsCount}`,
            en: `The method ${name} returns in ${returns.length} places: leave ${maxReturnsCount} at most`,
          },
          related: returns.map(({ first, last }) => ({
            start: tree.tokens.start(first),
            end: tree.tokens.end(last),
            message: { ru: 'Возврат', en: 'Return' },
          })),
        });
      },
    },
  }),
});

/** Whether the value is made of constants alone. */
function isConstant(value: Node): boolean {
  let found = true;
  walk(value, (node) => {
    if (node.kind === 'name' || node.kind === 'call' || node.kind === 'new' || node.kind === 'ternary')
      found = false;
    return found;
  });
  return found;
}

function isAttachable(name: string): boolean {
  return /^(подключаемый|attachable)_/iu.test(name);
}

export const functionReturnsSamePrimitive = defineRule({
  key: 'FunctionReturnsSamePrimitive',
  type: 'error',
  severity: 'major',
  minutes: 5,
  title: { ru: 'Функция всегда возвращает одно и то же', en: 'A function always returns the same value' },
  message: {
    ru: 'Все возвраты дают одну константу: исправьте значения или сделайте функцию процедурой',
    en: 'All returns give one constant: correct the values or make the function a procedure',
  },
  defaults: { skipAttachable: true, caseSensitiveForString: false },
  create: ({ tree, parameters: { skipAttachable, caseSensitiveForString }, reportTokens }) => ({
    enter: {
      method(node: Method) {
        if (!node.isFunction || node.name < 0) return;
        if (skipAttachable && isAttachable(tree.tokens.text(node.name))) return;
        const returns = nodesOf(node.body, 'return');
        if (returns.length < 2) return;
        const values = returns.flatMap(({ value }) => (value === undefined ? [] : [value]));
        if (!values.some(isConstant)) return;
        const texts = values.map((value) => {
          const text = compactText(tree, value);
          const keepsCase = caseSensitiveForString && nodesOf(value, 'string').length > 0;
          return keepsCase ? text : text.toUpperCase();
        });
        if (new Set(texts).size !== 1) return;
        reportTokens(node.name, node.name, {
          related: returns.map(({ first }) => ({
            start: tree.tokens.start(first),
            end: tree.tokens.end(first),
            message: { ru: 'Возврат той же константы', en: 'Return of the same constant' },
          })),
        });
      },
    },
  }),
});
