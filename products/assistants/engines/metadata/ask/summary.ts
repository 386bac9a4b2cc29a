import type { ConfigurationInfo, MetadataGraph } from '../model/graph-types.ts';
import { kinds, type LocalText, type ObjectKind } from '../model/kinds.ts';

export interface Summary {
  readonly configuration: Pick<
    ConfigurationInfo,
    'name' | 'synonym' | 'version' | 'vendor' | 'layout' | 'scriptVariant' | 'compatibilityMode'
  >;
  readonly extensions: readonly { readonly name: string; readonly purpose: string }[];
  readonly objects: number;
  /** Kinds that occur, in the order of the configuration tree. */
  readonly kinds: readonly { readonly kind: ObjectKind; readonly name: LocalText; readonly count: number }[];
  readonly attributes: number;
  readonly tabularSections: number;
  readonly forms: number;
  readonly modules: number;
  readonly languages: readonly string[];
  readonly edges: number;
  readonly conflicts: number;
  readonly faults: number;
}

/** Counts of a configuration. */
export function summaryOf(graph: MetadataGraph): Summary {
  const counts = new Map<ObjectKind, number>();
  for (const object of graph.objects) counts.set(object.kind, (counts.get(object.kind) ?? 0) + 1);
  const sum = (of: (object: MetadataGraph['objects'][number]) => number) =>
    graph.objects.reduce((total, object) => total + of(object), 0);
  const { name, synonym, version, vendor, layout, scriptVariant, compatibilityMode } = graph.configuration;
  return {
    configuration: { name, synonym, version, vendor, layout, scriptVariant, compatibilityMode },
    extensions: graph.extensions.map((one) => ({ name: one.name, purpose: one.extensionPurpose ?? '' })),
    objects: graph.objects.length,
    kinds: kinds.flatMap(({ kind, ru, ruPlural }) => {
      const count = counts.get(kind);
      return count === undefined ? [] : [{ kind, name: { ru: ruPlural || ru, en: kind }, count }];
    }),
    attributes: sum((object) => object.fields.filter((field) => field.part !== 'StandardAttribute').length),
    tabularSections: sum((object) => object.tabularSections.length),
    forms: sum((object) => object.forms.length),
    modules: graph.configuration.modules.length + sum((object) => object.modules.length),
    languages: graph.objects
      .filter((object) => object.kind === 'Language')
      .map((object) => object.properties['languageCode'] ?? object.name),
    edges: graph.edges.length,
    conflicts: graph.conflicts.length,
    faults: graph.faults.length,
  };
}
