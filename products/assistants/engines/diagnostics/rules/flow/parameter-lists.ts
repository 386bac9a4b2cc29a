import type { Method } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';

/** First and last token of the parameters between the parentheses. */
function listOf({ parameters }: Method): readonly [number, number] {
  return [parameters[0]?.first ?? 0, parameters.at(-1)?.last ?? 0];
}

export const numberOfParams = defineRule({
  key: 'NumberOfParams',
  type: 'smell',
  severity: 'minor',
  minutes: 30,
  standards: [640],
  title: { ru: 'Слишком много параметров у метода', en: 'A method has too many parameters' },
  defaults: { maxParamsCount: 7 },
  create: ({ parameters: { maxParamsCount }, reportTokens }) => ({
    enter: {
      method(node) {
        const count = node.parameters.length;
        if (count <= maxParamsCount) return;
        reportTokens(...listOf(node), {
          message: {
            ru: `Параметров ${count} — сократите до ${maxParamsCount}: объедините связанные в структуру`,
            en: `There are ${count} parameters: reduce them to ${maxParamsCount} by joining related ones`,
          },
        });
      },
    },
  }),
});

export const numberOfOptionalParams = defineRule({
  key: 'NumberOfOptionalParams',
  type: 'smell',
  severity: 'minor',
  minutes: 30,
  standards: [640],
  title: {
    ru: 'Слишком много необязательных параметров у метода',
    en: 'A method has too many optional parameters',
  },
  defaults: { maxOptionalParamsCount: 3 },
  create: ({ parameters: { maxOptionalParamsCount }, reportTokens }) => ({
    enter: {
      method(node) {
        const count = node.parameters.filter(({ defaultValue }) => defaultValue !== undefined).length;
        if (count <= maxOptionalParamsCount) return;
        reportTokens(...listOf(node), {
          message: {
            ru: `Необязательных параметров ${count} — оставьте не больше ${maxOptionalParamsCount}`,
            en: `There are ${count} optional parameters: leave ${maxOptionalParamsCount} at most`,
          },
        });
      },
    },
  }),
});

export const orderOfParams = defineRule({
  key: 'OrderOfParams',
  type: 'smell',
  severity: 'major',
  minutes: 30,
  standards: [640],
  title: {
    ru: 'Необязательный параметр стоит перед обязательным',
    en: 'An optional parameter stands before a required one',
  },
  message: {
    ru: 'Перенесите параметры со значениями по умолчанию в конец списка',
    en: 'Move the parameters with default values to the end of the list',
  },
  create: ({ reportTokens }) => ({
    enter: {
      method(node) {
        const optional = node.parameters.findIndex(({ defaultValue }) => defaultValue !== undefined);
        if (optional < 0) return;
        const hasRequiredAfter = node.parameters
          .slice(optional)
          .some(({ defaultValue }) => defaultValue === undefined);
        if (hasRequiredAfter) reportTokens(...listOf(node));
      },
    },
  }),
});
