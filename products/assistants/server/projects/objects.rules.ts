import { type Page, pageOf } from '#base/page';
import type { MetadataGraph, MetadataObject } from '#products/assistants/engines/metadata';
import { decodeOffset, encodeOffset } from './cursor.rules.ts';

export interface ObjectFilters {
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly search: string | undefined;
  readonly kind: string | undefined;
}

const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** Objects in the order of the configuration tree whose name or synonym has the searched text. */
export function objectPage(
  graph: MetadataGraph,
  { limit, cursor, search, kind }: ObjectFilters,
): Page<MetadataObject> {
  const wanted = folded(search?.trim() ?? '');
  const offset = decodeOffset(cursor);
  const isMeant = (object: MetadataObject): boolean =>
    (kind === undefined || object.kind === kind) &&
    (wanted === '' ||
      [object.fullName.ru, object.fullName.en, ...Object.values(object.synonym)].some((text) =>
        folded(text).includes(wanted),
      ));
  const found = graph.objects.filter(isMeant).slice(offset, offset + limit + 1);
  return pageOf(found, limit, () => encodeOffset(offset + limit));
}

/** What each role that mentions an object allows with it. */
export function rightsOn(
  graph: MetadataGraph,
  object: MetadataObject,
): readonly { readonly role: string; readonly allowed: readonly string[] }[] {
  const key = object.fullName.en.toLowerCase();
  return graph.objects.flatMap(({ name, role }) => {
    const own = role?.objects.filter((one) => one.object.toLowerCase() === key) ?? [];
    const allowed = own.flatMap(({ rights }) =>
      rights.filter((right) => right.allowed).map((right) => right.name),
    );
    return own.length === 0 ? [] : [{ role: name, allowed: [...new Set(allowed)] }];
  });
}
