import type { ProjectFigures } from '../../contract/index.ts';
import type { ReadProject } from './reading/read-project.ts';

/** Figures of a project as they are shown. */
export function figuresOf({ summary, modules, methods, lines }: ReadProject): ProjectFigures {
  const { configuration } = summary;
  return {
    configuration: configuration.name,
    configuration_version: configuration.version,
    vendor: configuration.vendor,
    layout: configuration.layout,
    compatibility_mode: configuration.compatibilityMode,
    extensions: summary.extensions.map(({ name, purpose }) => ({ name, purpose })),
    objects: summary.objects,
    kinds: summary.kinds.map(({ kind, name, count }) => ({
      kind,
      name: { ru: name.ru, en: name.en },
      count,
    })),
    attributes: summary.attributes,
    tabular_sections: summary.tabularSections,
    forms: summary.forms,
    modules: modules.length,
    methods: methods.length,
    lines,
    conflicts: summary.conflicts,
    faults: summary.faults,
  };
}
