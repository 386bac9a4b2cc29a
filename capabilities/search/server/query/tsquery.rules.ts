import {
  collectionLexeme,
  facetLexeme,
  lexemeOf,
  quoted,
  stemLexeme,
  wordLexeme,
} from '../documents/lexeme.rules.ts';
import { pairLexeme } from '../documents/pair.rules.ts';
import { lexemesOfTiers, standingsFrom } from '../documents/tier.rules.ts';
import type { ParsedQuery, QueryWord, Unit } from './parse.rules.ts';

const anyOf = (lexemes: readonly string[]): string => `(${lexemes.map(quoted).join(' | ')})`;

function inARow([first, ...rest]: readonly QueryWord[]): string {
  if (first === undefined) return '';
  return rest.reduce(
    (left, { word, step }) => `${left} <${step}> ${quoted(lexemeOf(word))}`,
    quoted(lexemeOf(first.word)),
  );
}

/** A unit as text of a tsquery that ranks. */
function rankUnit({ words, isPrefix }: Unit): string {
  const beginning = words.map(({ word }) => `${quoted(wordLexeme(word))}:*`);
  return isPrefix ? `(${inARow(words)} | ${beginning.join(' | ')})` : `(${inARow(words)})`;
}

/** What ranks by all of the units, by how near they are to each other. */
export const rankByAll = (units: readonly Unit[]): string => units.map(rankUnit).join(' & ');

/** What the last word may become; undefined asks the index for whatever begins with it. */
export type Continuations = readonly string[] | undefined;

/** Continuations that rank heads: a list is compared faster than a beginning. */
const mostRanked = 8;

const continuedQuery = ({ words }: Unit, continuations: readonly string[]): string =>
  anyOf([...new Set([...words.map(({ word }) => lexemeOf(word)), ...continuations])]);

/** What ranks by any of the words: in the heads of documents phrases and neighbours are seldom whole. */
export function rankByAny(units: readonly Unit[], continuations: Continuations): string {
  const any = units.flatMap((unit) =>
    unit.isPrefix && continuations !== undefined
      ? // The word as it is typed ranks before its other forms.
        continuedQuery(unit, [
          ...unit.words.map(({ word }) => wordLexeme(word)),
          ...continuations.slice(0, mostRanked),
        ])
      : unit.words.map((word) => rankUnit({ words: [word], isPrefix: unit.isPrefix })),
  );
  return any.join(' | ');
}

/** How closely the index is asked. */
export interface Closeness {
  readonly continuations: Continuations;
  /** Whether two words in a row are found by their pair alone, without reading positions. */
  readonly byPairs: boolean;
  /** Lexemes of so many documents that a pair need not be asked for them too. */
  readonly common: ReadonlySet<string>;
}

export const exactly: Closeness = { continuations: undefined, byPairs: false, common: new Set() };

/** Whether a unit can be found by its pair alone. */
export const isPair = ({ words }: Unit): boolean => words.length === 2;

/** A unit as text of a tsquery that finds. */
function findUnit(unit: Unit, { continuations, byPairs, common }: Closeness): string {
  const { words, isPrefix } = unit;
  if (isPrefix) {
    return continuations === undefined ? rankUnit(unit) : continuedQuery(unit, continuations);
  }
  const lexemes = words.map(({ word }) => lexemeOf(word));
  const pairs = words
    .slice(1)
    .map(({ word, step }, index) => quoted(pairLexeme(words[index]?.word ?? '', step, word)));
  const inPlace =
    byPairs && isPair(unit)
      ? lexemes.filter((lexeme) => !common.has(lexeme)).map(quoted)
      : [`(${inARow(words)})`];
  return `(${[...pairs, ...inPlace].join(' & ')})`;
}

/** The documents of a collection in these tiers of popularity, in all when there are none, as text of a tsquery. */
export const scopeQuery = (collection: string, tiers: readonly number[]): string =>
  tiers.length === 0 ? quoted(collectionLexeme(collection)) : anyOf(lexemesOfTiers(collection, tiers));

/** The same as text of a tsquery for standings; the tiers are the highest ones. */
export const standingQuery = (collection: string, tiers: readonly number[]): string =>
  anyOf(standingsFrom(collection, tiers));

/** What documents must fulfil as text of a tsquery; undefined when nothing. */
export function conditionQuery(
  { wanted, unwanted }: ParsedQuery,
  facets: Readonly<Record<string, readonly string[]>>,
  closeness: Closeness,
): string | undefined {
  const parts = [
    ...wanted.map((unit) => findUnit(unit, closeness)),
    ...unwanted.map((unit) => `!${findUnit(unit, exactly)}`),
    ...Object.entries(facets)
      .filter(([, values]) => values.length > 0)
      .map(([facet, values]) => anyOf(values.map((value) => facetLexeme(facet, value)))),
  ];
  return parts.length === 0 ? undefined : parts.join(' & ');
}

/** Lexeme of a word that the last one may become: its stem where that begins with the prefix too, else the word itself. */
export function continuationOf(prefix: string, word: string): string {
  const found = lexemeOf(word);
  const isStem = found === stemLexeme(word) && found.startsWith(prefix) && word.startsWith(found);
  return isStem ? found : wordLexeme(word);
}
