import { parseErrorTexts } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';

export const parseError = defineRule({
  key: 'ParseError',
  type: 'error',
  severity: 'critical',
  minutes: 5,
  standards: [439],
  title: { ru: 'Текст модуля не разбирается', en: 'The text of the module cannot be parsed' },
  create: ({ tree, reportTokens }) => ({
    finish() {
      for (const { code, token } of tree.faults ?? [])
        reportTokens(token, token, { message: parseErrorTexts[code] });
    },
  }),
});
