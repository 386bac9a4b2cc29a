import { parseErrorTexts } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { readingOf } from './parse-faults.ts';
import { placesOf } from './parse-places.ts';

export const parseError = defineRule({
  key: 'ParseError',
  type: 'error',
  severity: 'critical',
  minutes: 5,
  standards: [439],
  title: { ru: 'Текст модуля не разбирается', en: 'The text of the module cannot be parsed' },
  create: ({ tree, reportTokens }) => ({
    finish() {
      const { faults } = readingOf(tree);
      if (faults.length === 0) return;
      const places = placesOf(tree);
      for (const fault of faults)
        for (const place of places(fault))
          reportTokens(place, place, { message: parseErrorTexts[fault.code] });
    },
  }),
});
