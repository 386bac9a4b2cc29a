import {
  type Expression,
  type Node,
  nodesOf,
  T,
  type TokenKind,
  textOf,
} from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';

export const ternaryOperatorUsage = defineRule({
  key: 'TernaryOperatorUsage',
  type: 'smell',
  severity: 'minor',
  minutes: 3,
  isActive: false,
  title: { ru: 'Использован тернарный оператор', en: 'The ternary operator is used' },
  message: { ru: 'Замените «?(…)» на «Если»', en: 'Replace "?(…)" by If' },
  create: ({ reportTokens }) => ({
    enter: {
      ternary({ first, last }) {
        reportTokens(first, last);
      },
    },
  }),
});

export const nestedTernaryOperator = defineRule({
  key: 'NestedTernaryOperator',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  title: {
    ru: 'Тернарный оператор внутри другого или в условии',
    en: 'A ternary operator within another or in a condition',
  },
  message: {
    ru: 'Вынесите «?(…)» в переменную или замените на «Если»',
    en: 'Move "?(…)" to a variable or replace it by If',
  },
  create({ reportTokens }) {
    const tellBelow = (node: Node): void => {
      for (const { first, last } of nodesOf(node, 'ternary')) reportTokens(first, last);
    };
    return {
      enter: {
        ifBranch: ({ condition }) => tellBelow(condition),
        ternary(node) {
          for (const part of [node.condition, node.whenTrue, node.whenFalse]) tellBelow(part);
        },
      },
    };
  },
});

export const uselessTernaryOperator = defineRule({
  key: 'UselessTernaryOperator',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  dialect: 'bsl',
  title: { ru: 'Бесполезный тернарный оператор', en: 'A useless ternary operator' },
  message: { ru: 'Используйте само условие вместо «?(…)»', en: 'Use the condition itself instead of "?(…)"' },
  create({ tree, report }) {
    const constant = ({ kind, first }: Expression): TokenKind | undefined =>
      kind === 'boolean' ? tree.tokens.kind(first) : undefined;
    return {
      enter: {
        ternary(node) {
          const [condition, whenTrue, whenFalse] = [node.condition, node.whenTrue, node.whenFalse].map(
            constant,
          );
          if (condition === undefined && whenTrue === undefined && whenFalse === undefined) return;
          const place = { start: tree.tokens.start(node.first), end: tree.tokens.end(node.last) };
          const text = textOf(tree, node.condition);
          const not = /[а-яё]/iu.test(
            tree.tokens.text(whenTrue === undefined ? node.first : node.whenTrue.first),
          )
            ? 'Не'
            : 'Not';
          const replacement =
            condition !== undefined
              ? undefined
              : whenTrue === T.True && whenFalse === T.False
                ? text
                : whenTrue === T.False && whenFalse === T.True
                  ? `${not} (${text})`
                  : undefined;
          if (replacement === undefined) report(place);
          else
            report(place, {
              fix: {
                title: { ru: 'Оставить условие', en: 'Leave the condition' },
                edits: [{ ...place, text: replacement }],
              },
            });
        },
      },
    };
  },
});
