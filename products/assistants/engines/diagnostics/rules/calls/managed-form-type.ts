import { isGlobalCall, nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { codeText } from './code-text.ts';

const typeOf = nameSet('Тип', 'Type');
const outdated = nameSet('"УправляемаяФорма"', '"ManagedForm"');

export const deprecatedTypeManagedForm = defineRule({
  key: 'DeprecatedTypeManagedForm',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  dialect: 'bsl',
  title: { ru: 'Тип «УправляемаяФорма»', en: 'The type "ManagedForm"' },
  message: {
    ru: 'С версии 8.3.14 тип называется «ФормаКлиентскогоПриложения»',
    en: 'Since 8.3.14 the type is called "ClientApplicationForm"',
  },
  create: ({ tree, reportTokens }) => ({
    enter: {
      call(call) {
        if (!isGlobalCall(call) || !typeOf.has(tree.tokens.key(call.first))) return;
        const [value, ...others] = call.args.values;
        if (value === undefined || others.length > 0) return;
        const text = codeText(tree, value.first, value.last).toLowerCase();
        if (!outdated.has(text)) return;
        const place = { start: tree.tokens.start(value.first), end: tree.tokens.end(value.last) };
        const isEnglish = text === '"managedform"';
        const by = isEnglish ? '"ClientApplicationForm"' : '"ФормаКлиентскогоПриложения"';
        reportTokens(value.first, value.last, {
          fix: {
            title: { ru: `Заменить на ${by}`, en: `Replace with ${by}` },
            edits: [{ ...place, text: by }],
          },
        });
      },
    },
  }),
});
