import type { Field, MetadataObject } from '../model/graph-types.ts';

type Language = 'ru' | 'en';

const isIndexed = (field: Field) =>
  ['Index', 'IndexWithAdditionalOrder'].includes(field.properties['indexing'] ?? '');

/**
 * Indexes the platform makes for the main table of an object, each as its fields in order: by reference, code,
 * description, date and number, by dimensions, and those asked for with the `Indexing` property.
 */
export function indexesOf(object: MetadataObject, language: Language): readonly (readonly string[])[] {
  const known = new Map(object.fields.map((field) => [field.name, field.names[language]]));
  /** An index is only there when its first field is; later ones that are not there are left out. */
  const index = (...names: readonly string[]): readonly (readonly string[])[] => {
    const fields = names.flatMap((name) => known.get(name) ?? []);
    return known.has(names[0] ?? '') ? [fields] : [];
  };
  const dimensions = object.fields.filter((field) => field.part === 'Dimension').map((field) => field.name);
  const indexed = object.fields.filter(isIndexed);
  switch (object.kind) {
    case 'InformationRegister':
      return [
        ...index('Recorder', 'LineNumber'),
        ...index('Period', ...dimensions),
        ...index(...dimensions, 'Period'),
        ...indexed.flatMap((field) => index(field.name, 'Period')),
      ];
    case 'AccumulationRegister':
    case 'AccountingRegister':
    case 'CalculationRegister':
      return [
        ...index('Period', 'Recorder', 'LineNumber'),
        ...index('Recorder', 'LineNumber'),
        ...indexed.flatMap((field) => index(field.name, 'Period', 'Recorder', 'LineNumber')),
      ];
    default:
      return [
        ...index('Ref'),
        ...index('Code', 'Ref'),
        ...index('Description', 'Ref'),
        ...index('Date', 'Ref'),
        ...index('Number', 'Ref'),
        ...index('Owner', 'Ref'),
        ...index('Parent', 'Ref'),
        ...indexed.flatMap((field) => index(field.name, 'Ref')),
      ];
  }
}
