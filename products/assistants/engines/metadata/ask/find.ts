import { indexOf, type NameIndex } from '../graph/name-index.ts';
import { resolveChain, type Target } from '../graph/resolve-chain.ts';
import type { MetadataGraph, MetadataObject } from '../model/graph-types.ts';
import { type KindWord, kindWord } from '../model/kinds.ts';
import { suggest } from './suggest.ts';

export interface FoundName {
  /** Exact matches whatever the case; more than one only for a name without a kind. */
  readonly matches: readonly Target[];
  /** Full names (Russian or English, as the question was asked) that may have been meant. */
  readonly suggestions: readonly string[];
}

const russian = (text: string) => /[а-яё]/iu.test(text);

/** The full name in the language of the word used for the kind. */
function labelOf(object: MetadataObject, word: string): string {
  return russian(word) ? object.fullName.ru : object.fullName.en;
}

/** Objects of the kind with similar names, then objects of other kinds. */
export function suggestObjects(
  index: NameIndex,
  word: KindWord | undefined,
  text: string,
  name: string,
): readonly string[] {
  const sameKind = word === undefined ? [] : index.ofKind(word.names.kind);
  const near = suggest(
    name,
    sameKind.map((object) => object.name),
    5,
  );
  const here = near.flatMap((found) => sameKind.find((object) => object.name === found) ?? []);
  const elsewhere = index.byName(name).filter((object) => object.kind !== word?.names.kind);
  const far =
    here.length + elsewhere.length > 0
      ? []
      : suggest(
          name,
          index.graph.objects.map((object) => object.name),
          5,
        ).flatMap((found) => index.byName(found));
  const labels = [...elsewhere, ...here, ...far].map((object) => labelOf(object, text));
  return [...new Set(labels)].slice(0, 5);
}

/** What the last known thing of a chain offers: fields, sections, values, predefined items. */
export function suggestMembers(index: NameIndex, target: Target, wanted: string): readonly string[] {
  const ru = russian(wanted) || index.graph.configuration.scriptVariant === 'Russian';
  const objects = target.field === undefined ? [target.object] : index.targets(target.field.type);
  const fields =
    target.section !== undefined && target.field === undefined
      ? target.section.fields
      : objects.flatMap((object) => object.fields);
  const others =
    target.section !== undefined && target.field === undefined
      ? []
      : objects.flatMap((object) => [...object.tabularSections, ...object.enumValues, ...object.predefined]);
  const names = [
    ...fields.map((field) => (ru ? field.names.ru : field.names.en)),
    ...others.map((one) => one.name),
  ];
  return suggest(wanted, new Set(names));
}

/** Objects whose synonym is exactly the text: people ask for `Заказ клиента`. */
function bySynonym(index: NameIndex, text: string): readonly MetadataObject[] {
  const wanted = text.trim().toLowerCase();
  return index.graph.objects.filter((object) =>
    Object.values(object.synonym).some((synonym) => synonym.toLowerCase() === wanted),
  );
}

const asTarget = (object: MetadataObject): Target => ({ name: object.fullName.en, object });

function findBare(index: NameIndex, text: string): FoundName {
  const exact = index.byName(text);
  const objects = exact.length > 0 ? exact : bySynonym(index, text);
  if (objects.length > 0) return { matches: objects.map(asTarget), suggestions: [] };
  return { matches: [], suggestions: suggestObjects(index, undefined, text, text) };
}

/**
 * Finds an object or a part of one by a name people write: `Справочник.Контрагенты.ИНН`,
 * `catalog.контрагенты`, `ДокументСсылка.Заказ`, a bare name or a synonym.
 */
export function findName(graph: MetadataGraph, name: string): FoundName {
  const index = indexOf(graph);
  const trimmed = name.trim().slice(0, 1000);
  const segments = trimmed.split('.').map((segment) => segment.trim());
  const word = kindWord(segments[0] ?? '');
  if (segments.length < 2) return findBare(index, trimmed);
  if (word === undefined) {
    // `Контрагенты.ИНН`: the kind may be left out when the name is enough.
    const bare = index.byName(segments[0] ?? '');
    const found = bare
      .map((object) => resolveChain(index, [...object.fullName.en.split('.'), ...segments.slice(1)]))
      .flatMap((one) => (one.unknownAt === undefined && one.target !== undefined ? [one.target] : []));
    if (found.length > 0) return { matches: found, suggestions: [] };
    const suggestions = bare.flatMap((object) =>
      suggestMembers(index, asTarget(object), segments[1] ?? '').map((one) => `${object.fullName.ru}.${one}`),
    );
    return { matches: [], suggestions: bare.length > 0 ? suggestions : findBare(index, trimmed).suggestions };
  }
  const { target, unknownAt } = resolveChain(index, segments);
  if (unknownAt === undefined && target !== undefined) return { matches: [target], suggestions: [] };
  if (target === undefined || unknownAt === undefined || unknownAt < 2)
    return { matches: [], suggestions: suggestObjects(index, word, segments[0] ?? '', segments[1] ?? '') };
  const head = segments.slice(0, unknownAt).join('.');
  const members = suggestMembers(index, target, segments[unknownAt] ?? '');
  return { matches: [], suggestions: members.map((one) => `${head}.${one}`) };
}
