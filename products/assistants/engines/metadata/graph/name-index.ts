import type { Field, MetadataGraph, MetadataObject, TabularSection } from '../model/graph-types.ts';
import type { ObjectKind } from '../model/kinds.ts';
import type { TypeItem, ValueType } from '../model/value-type.ts';

/** Fast look-ups over a graph, whatever the case of the letters. Built once for a graph. */
export interface NameIndex {
  readonly graph: MetadataGraph;
  /** By English full name. */
  object(fullName: string): MetadataObject | undefined;
  byKind(kind: ObjectKind, name: string): MetadataObject | undefined;
  byName(name: string): readonly MetadataObject[];
  ofKind(kind: ObjectKind): readonly MetadataObject[];
  /** Objects a value of the type refers to; defined types and characteristics are followed, sets are not. */
  targets(type: ValueType): readonly MetadataObject[];
  /** The type with defined types and characteristics replaced by what they stand for. */
  resolved(type: ValueType): ValueType;
}

function grouped<Key>(
  objects: readonly MetadataObject[],
  keyOf: (object: MetadataObject) => Key,
): ReadonlyMap<Key, readonly MetadataObject[]> {
  const groups = new Map<Key, MetadataObject[]>();
  for (const object of objects) {
    const group = groups.get(keyOf(object));
    if (group === undefined) groups.set(keyOf(object), [object]);
    else group.push(object);
  }
  return groups;
}

const indexes = new WeakMap<MetadataGraph, NameIndex>();

function buildIndex(graph: MetadataGraph): NameIndex {
  const byFullName = new Map(graph.objects.map((object) => [object.fullName.en.toLowerCase(), object]));
  const byShortName = grouped(graph.objects, (object) => object.name.toLowerCase());
  const kindGroups = grouped(graph.objects, (object) => object.kind);
  const object = (fullName: string) => byFullName.get(fullName.toLowerCase());
  /** A defined type may stand for another one; each is opened once, so circles and fans end. */
  const expand = (items: readonly TypeItem[], seen: Set<string>): readonly TypeItem[] =>
    items.flatMap((item) => {
      if (item.kind !== 'defined' && item.kind !== 'characteristic') return [item];
      const found = object(item.object);
      if (found?.type === undefined) return [item];
      if (seen.has(item.object)) return [];
      seen.add(item.object);
      return expand(found.type.items, seen);
    });
  const resolved = (type: ValueType): ValueType => {
    const special = type.items.filter((item) => item.kind === 'defined' || item.kind === 'characteristic');
    if (special.length === 0) return type;
    const inner = special.map((item) => object('object' in item ? item.object : '')?.type ?? {});
    return Object.assign({}, ...inner, type, { items: expand(type.items, new Set()) }) as ValueType;
  };
  return {
    graph,
    object,
    byKind: (kind, name) => object(`${kind}.${name}`),
    byName: (name) => byShortName.get(name.toLowerCase()) ?? [],
    ofKind: (kind) => kindGroups.get(kind) ?? [],
    targets: (type) =>
      resolved(type).items.flatMap((item) => (item.kind === 'object' ? (object(item.object) ?? []) : [])),
    resolved,
  };
}

export function indexOf(graph: MetadataGraph): NameIndex {
  const known = indexes.get(graph);
  if (known !== undefined) return known;
  const index = buildIndex(graph);
  indexes.set(graph, index);
  return index;
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** A field by any of its names. */
export function fieldNamed(fields: readonly Field[], name: string): Field | undefined {
  return fields.find((field) => same(field.names.ru, name) || same(field.names.en, name));
}

/** A tabular section by its name; those of the platform have a Russian name too. */
export function sectionNamed(object: MetadataObject, name: string): TabularSection | undefined {
  return object.tabularSections.find(
    (section) => same(section.name, name) || (section.line === 0 && same(section.synonym['ru'] ?? '', name)),
  );
}

/** `Catalog.Контрагенты.Attribute.ИНН`; for a field of a tabular section the section is in between. */
export function fieldFullName(object: MetadataObject, field: Field, section?: TabularSection): string {
  if (field.common !== undefined) return field.common;
  const middle = section === undefined ? '' : `.TabularSection.${section.name}`;
  return `${object.fullName.en}${middle}.${field.part}.${field.name}`;
}
