import { stepsOf } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';

export const codeBlockBeforeSub = defineRule({
  key: 'CodeBlockBeforeSub',
  type: 'error',
  severity: 'blocker',
  minutes: 5,
  standards: [455],
  title: { ru: 'Код модуля стоит перед методами', en: 'Code of the module stands before its methods' },
  message: {
    ru: 'Перенесите тело модуля после процедур и функций',
    en: 'Move the body of the module after its procedures and functions',
  },
  create: ({ tree, report }) => ({
    finish() {
      const steps = stepsOf(tree).before.steps.filter(({ statement }) => statement?.kind !== 'error');
      const [first, last] = [steps[0], steps.at(-1)];
      if (first !== undefined && last !== undefined) report({ start: first.start, end: last.end });
    },
  }),
});
