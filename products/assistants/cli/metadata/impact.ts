import type { ToolCommand } from '#platform/server/modules';
import { type ImpactReason, impactOf, localName } from '#products/assistants/engines/metadata';
import { asJson, BadInput, commonOptions, guarded, languageOf, load } from './load.ts';

const kinds: Readonly<Record<ImpactReason['kind'], { readonly ru: string; readonly en: string }>> = {
  type: { ru: 'тип', en: 'type' },
  owner: { ru: 'владелец', en: 'owner' },
  registrator: { ru: 'регистратор', en: 'writes it' },
  written: { ru: 'пишется документом', en: 'written by it' },
  handler: { ru: 'обработчик', en: 'handler' },
  source: { ru: 'источник события', en: 'event source' },
  form: { ru: 'форма', en: 'form' },
  subsystem: { ru: 'подсистема', en: 'subsystem' },
  role: { ru: 'права', en: 'rights' },
  uses: { ru: 'используется в коде', en: 'used in code' },
  reference: { ru: 'ссылка', en: 'reference' },
  part: { ru: 'часть', en: 'part' },
};

/** `metadata impact`: what a change of an object or an attribute reaches. */
export const impactCommand: ToolCommand = {
  path: 'metadata impact',
  summary: 'What depends on an object or an attribute: types, forms, code, queries, rights, subscriptions',
  args: ['<folder|zip>', '<name>'],
  options: [
    ...commonOptions,
    { flags: '--depth <number>', description: 'how far to go, 1 to 10', default: '3' },
  ],
  run: (input) =>
    guarded(input, () => {
      const language = languageOf(input);
      const depth = Number(input.options['depth'] ?? 3);
      if (!Number.isInteger(depth) || depth < 1 || depth > 10) throw new BadInput('--depth: 1…10');
      const { graph } = load(input.args[0] ?? '', input, { code: true });
      const result = impactOf(graph, input.args[1] ?? '', depth);
      if (!result.ok) {
        const tail = result.suggestions.length === 0 ? '' : ` → ${result.suggestions.join(', ')}?`;
        throw new BadInput(
          `${language === 'ru' ? 'Нет такого имени' : 'No such name'}: ${input.args[1]}${tail}`,
        );
      }
      if (asJson(input)) {
        input.print(JSON.stringify(result, undefined, 2));
        return 0;
      }
      input.print(result.names[language]);
      for (const one of result.impacted) {
        input.print(`${'  '.repeat(one.depth)}${one.names[language]}`);
        for (const reason of one.reasons) {
          const via = localName(reason.via)[language];
          const doubt = reason.certainty === 'possible' ? ' ?' : '';
          input.print(`${'  '.repeat(one.depth)}  – ${kinds[reason.kind][language]}: ${via}${doubt}`);
        }
      }
      return 0;
    }),
};
