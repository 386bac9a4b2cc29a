import { phraseFinder } from '../phrases.ts';
import type { Requirement } from '../requirement.ts';
import { tokensOf } from '../words.ts';
import { type Attribute, attributesIn, enumerationIn, identifierOf } from './attributes.ts';
import { knownObjects, type ObjectKind } from './tables.ts';

/** A 1C object the requirements speak of, with the sentences that say so. */
export interface SuggestedObject {
  readonly kind: ObjectKind;
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** Values of an enumeration. */
  readonly values: readonly string[];
  readonly reasons: readonly {
    readonly requirement: string;
    readonly sentence: string;
    readonly words: string;
  }[];
}

const find = phraseFinder<string>(
  Object.fromEntries(knownObjects.map((known) => [`${known.kind}.${known.name}`, known.phrases])),
);

const kindWords: readonly (readonly [RegExp, ObjectKind])[] = [
  [/^справочник/i, 'Справочник'],
  [/^документ/i, 'Документ'],
  [/^регистр\S* сведений/i, 'РегистрСведений'],
  [/^регистр\S* накопления/i, 'РегистрНакопления'],
  [/^перечислени/i, 'Перечисление'],
  [/^отч[её]т/i, 'Отчет'],
  [/^обработк/i, 'Обработка'],
  [/^рол/i, 'Роль'],
];

const named =
  /(справочник\S{0,3}|документ\S{0,3}|регистр\S{0,3}\s+(?:сведений|накопления)|перечислени\S{0,2}|отч[её]т\S{0,2}|обработк\S{0,2}|рол[ьи]\S{0,2})\s+[«"]([^»"]{2,80})[»"]/giu;

interface Draft {
  attributes: Map<string, Attribute>;
  values: Set<string>;
  reasons: { readonly requirement: string; readonly sentence: string; readonly words: string }[];
}

const reasonsKept = 20;

/** Suggests objects: those named in quotation marks with their kind, and things of the trade by their words. */
export function suggestObjects(requirements: readonly Requirement[]): readonly SuggestedObject[] {
  const drafts = new Map<string, Draft>();
  const note = (kind: ObjectKind, name: string, one: Requirement, words: string): Draft => {
    const key = `${kind}.${name}`;
    const draft: Draft = drafts.get(key) ?? { attributes: new Map(), values: new Set(), reasons: [] };
    drafts.set(key, draft);
    if (draft.reasons.length < reasonsKept && draft.reasons.at(-1)?.requirement !== one.id)
      draft.reasons.push({ requirement: one.id, sentence: one.text, words });
    return draft;
  };
  for (const one of requirements) {
    if (one.type === 'not-a-requirement' || one.language !== 'ru') continue;
    let owner: Draft | undefined;
    for (const found of one.text.matchAll(named)) {
      const kind = kindWords.find(([pattern]) => pattern.test(found[1] ?? ''))?.[1];
      const name = identifierOf(found[2] ?? '');
      if (!kind || name === '') continue;
      const draft = note(kind, name, one, found[0]);
      owner ??= draft;
    }
    const tokens = tokensOf(one.text);
    for (const hit of find(tokens)) {
      const [kind, name] = hit.key.split('.') as [ObjectKind, string];
      const words = one.text.slice(tokens[hit.from]?.start, tokens[hit.to - 1]?.end);
      const draft = note(kind, name, one, words);
      if (kind === 'Справочник' || kind === 'Документ') owner ??= draft;
    }
    const enumeration = enumerationIn(one.text);
    if (enumeration)
      for (const value of enumeration.values)
        note('Перечисление', enumeration.name, one, enumeration.words).values.add(value);
    for (const attribute of attributesIn(one.text)) owner?.attributes.set(attribute.name, attribute);
    if (enumeration)
      owner?.attributes.set(enumeration.single, {
        name: enumeration.single,
        type: `ПеречислениеСсылка.${enumeration.name}`,
      });
  }
  return [...drafts]
    .map(([key, draft]) => {
      const [kind, name] = key.split('.') as [ObjectKind, string];
      return {
        kind,
        name,
        attributes: [...draft.attributes.values()],
        values: [...draft.values],
        reasons: draft.reasons,
      };
    })
    .sort(
      (a, b) =>
        b.reasons.length - a.reasons.length ||
        `${a.kind}.${a.name}`.localeCompare(`${b.kind}.${b.name}`, 'ru'),
    );
}
