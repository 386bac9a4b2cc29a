import { defineRule } from '../../rule.ts';

export const extraCommas = defineRule({
  key: 'ExtraCommas',
  type: 'smell',
  severity: 'major',
  minutes: 1,
  standards: [640],
  title: { ru: 'Лишняя запятая в конце параметров', en: 'An extra comma at the end of the arguments' },
  message: {
    ru: 'Уберите запятые после последнего заданного параметра',
    en: 'Remove the commas after the last given argument',
  },
  create: ({ reportTokens }) => ({
    enter: {
      arguments({ values, commas }) {
        const comma = commas.at(-1);
        if (comma !== undefined && values.at(-1) === undefined) reportTokens(comma, comma);
      },
    },
  }),
});

export const usingGoto = defineRule({
  key: 'UsingGoto',
  type: 'smell',
  severity: 'critical',
  minutes: 5,
  standards: [547],
  title: { ru: 'Переход по метке', en: 'A jump to a label' },
  message: {
    ru: 'Замените «Перейти» условием, циклом или выходом из метода',
    en: 'Replace "Goto" with a condition, a loop or a return',
  },
  create: ({ reportTokens }) => ({
    enter: {
      goto: ({ first, last }) => reportTokens(first, last),
    },
  }),
});
