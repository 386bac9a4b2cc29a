import { indexOf } from '../graph/name-index.ts';
import type { Field, MetadataGraph } from '../model/graph-types.ts';
import type { LocalText } from '../model/kinds.ts';
import { typeText } from '../model/value-type.ts';
import { findName } from './find.ts';

export interface AttributeInfo {
  readonly names: LocalText;
  readonly part: Field['part'];
  readonly type: LocalText;
  readonly synonym: Readonly<Record<string, string>>;
  /** The extension that added it. */
  readonly extension?: string;
}

export type AttributesResult =
  | {
      readonly ok: true;
      /** English full name. */
      readonly name: string;
      readonly attributes: readonly AttributeInfo[];
      readonly tabularSections: readonly {
        readonly name: string;
        readonly attributes: readonly AttributeInfo[];
      }[];
      /** Values of an enumeration and predefined items. */
      readonly values: readonly string[];
    }
  | { readonly ok: false; readonly suggestions: readonly string[] };

/** Everything an object has by name, with types (defined types opened); standard attributes first. */
export function attributesOf(graph: MetadataGraph, name: string): AttributesResult {
  const index = indexOf(graph);
  const { matches, suggestions } = findName(graph, name);
  const object = matches[0]?.object;
  if (object === undefined) return { ok: false, suggestions };
  const info = (field: Field): AttributeInfo => ({
    names: field.names,
    part: field.part,
    type: typeText(index.resolved(field.type)),
    synonym: field.synonym,
    ...(field.extension !== undefined && { extension: field.extension }),
  });
  return {
    ok: true,
    name: object.fullName.en,
    attributes: object.fields.map(info),
    tabularSections: object.tabularSections.map((section) => ({
      name: section.name,
      attributes: section.fields.map(info),
    })),
    values: [...object.enumValues, ...object.predefined].map((one) => one.name),
  };
}
