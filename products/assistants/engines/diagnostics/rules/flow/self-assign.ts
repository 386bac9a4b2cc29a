import { textOf } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';

export const selfAssign = defineRule({
  key: 'SelfAssign',
  type: 'error',
  severity: 'major',
  minutes: 10,
  title: { ru: 'Переменной присваивается она сама', en: 'A variable is assigned to itself' },
  create: ({ tree, reportTokens }) => ({
    enter: {
      assignment(node) {
        if (textOf(tree, node.target).toLowerCase() !== textOf(tree, node.value).toLowerCase()) return;
        reportTokens(node.first, node.last);
      },
    },
  }),
});
