import { defineRule } from '../../rule.ts';
import { compactText } from './token-text.ts';

export const selfAssign = defineRule({
  key: 'SelfAssign',
  type: 'error',
  severity: 'major',
  minutes: 10,
  title: { ru: 'Переменной присваивается она сама', en: 'A variable is assigned to itself' },
  create: ({ tree, reportTokens }) => ({
    enter: {
      assignment({ target, value, first, last }) {
        if (target.last - target.first !== value.last - value.first) return;
        if (compactText(tree, target).toLowerCase() !== compactText(tree, value).toLowerCase()) return;
        reportTokens(first, last);
      },
    },
  }),
});
