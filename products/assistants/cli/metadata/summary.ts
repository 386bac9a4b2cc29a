import type { ToolCommand } from '#platform/server/modules';
import { summaryOf } from '#products/assistants/engines/metadata';
import { asJson, commonOptions, guarded, languageOf, load } from './load.ts';

const labels = {
  ru: {
    objects: 'Объектов',
    attributes: 'реквизитов',
    forms: 'форм',
    modules: 'модулей',
    extension: 'Расширение',
  },
  en: {
    objects: 'Objects',
    attributes: 'attributes',
    forms: 'forms',
    modules: 'modules',
    extension: 'Extension',
  },
};

/** `metadata summary`: what a configuration consists of. */
export const summaryCommand: ToolCommand = {
  path: 'metadata summary',
  summary: 'Count the objects of a configuration (folder or zip, Designer or EDT layout)',
  args: ['<folder|zip>'],
  options: commonOptions,
  run: (input) =>
    guarded(input, () => {
      const summary = summaryOf(load(input.args[0] ?? '', input, { code: false }).graph);
      if (asJson(input)) {
        input.print(JSON.stringify(summary, undefined, 2));
        return 0;
      }
      const text = labels[languageOf(input)];
      const { name, version, layout, compatibilityMode } = summary.configuration;
      input.print([name, version, layout, compatibilityMode].filter((one) => one !== '').join(' · '));
      for (const one of summary.extensions) input.print(`${text.extension}: ${one.name} (${one.purpose})`);
      const counts = [
        `${text.objects}: ${summary.objects}`,
        `${text.attributes}: ${summary.attributes}`,
        `${text.forms}: ${summary.forms}`,
        `${text.modules}: ${summary.modules}`,
      ];
      input.print(counts.join(', '));
      for (const kind of summary.kinds) input.print(`  ${kind.name[languageOf(input)]}: ${kind.count}`);
      return 0;
    }),
};
