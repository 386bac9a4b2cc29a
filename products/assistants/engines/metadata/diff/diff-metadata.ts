import type { MetadataGraph, MetadataObject } from '../model/graph-types.ts';
import type { LocalText } from '../model/kinds.ts';
import { flatten } from './flatten.ts';

/** A difference inside an object: `Attribute.ИНН`, `codeLength`, `Right.Catalog.Валюты.Read`. */
export interface PartChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly path: string;
  /** Empty for what was added. */
  readonly before: string;
  /** Empty for what was removed. */
  readonly after: string;
}

export interface ObjectChange {
  readonly name: LocalText;
  readonly changes: readonly PartChange[];
}

export interface MetadataDiff {
  readonly added: readonly LocalText[];
  readonly removed: readonly LocalText[];
  readonly changed: readonly ObjectChange[];
  /** Differences of the configurations' own properties. */
  readonly configuration: readonly PartChange[];
}

const byPath = (a: PartChange, b: PartChange) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

function compareFlat(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly PartChange[] {
  const changes: PartChange[] = [];
  for (const [path, value] of before) {
    const now = after.get(path);
    if (now === undefined) changes.push({ change: 'removed', path, before: value, after: '' });
    else if (now !== value) changes.push({ change: 'changed', path, before: value, after: now });
  }
  for (const [path, value] of after)
    if (!before.has(path)) changes.push({ change: 'added', path, before: '', after: value });
  return changes.sort(byPath);
}

const byKey = (graph: MetadataGraph): ReadonlyMap<string, MetadataObject> =>
  new Map(graph.objects.map((object) => [object.fullName.en.toLowerCase(), object]));

function configurationFacts(graph: MetadataGraph): ReadonlyMap<string, string> {
  const { configuration } = graph;
  return new Map([
    ...Object.entries(configuration.properties),
    ['compatibilityMode', configuration.compatibilityMode],
    ['defaultLanguage', configuration.defaultLanguage],
    ['extensions', graph.extensions.map((one) => one.name).join(', ')],
  ]);
}

/** Compares two configurations: objects by full name whatever the case, then everything they say. */
export function diffMetadata(before: MetadataGraph, after: MetadataGraph): MetadataDiff {
  const old = byKey(before);
  const now = byKey(after);
  return {
    added: after.objects
      .filter((object) => !old.has(object.fullName.en.toLowerCase()))
      .map((one) => one.fullName),
    removed: before.objects
      .filter((object) => !now.has(object.fullName.en.toLowerCase()))
      .map((one) => one.fullName),
    changed: after.objects.flatMap((object) => {
      const was = old.get(object.fullName.en.toLowerCase());
      const changes = was === undefined ? [] : compareFlat(flatten(was), flatten(object));
      return changes.length === 0 ? [] : [{ name: object.fullName, changes }];
    }),
    configuration: compareFlat(configurationFacts(before), configurationFacts(after)),
  };
}
