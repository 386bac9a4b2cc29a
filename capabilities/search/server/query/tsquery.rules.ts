import { isStopWord } from '#platform/server/language';
import {
  collectionLexeme,
  facetLexeme,
  quoted,
  stemLexeme,
  tierLexeme,
  wordLexeme,
} from '../documents/lexeme.rules.ts';
import type { ParsedQuery, Unit } from './parse.rules.ts';

const lexemeOf = (word: string): string => (isStopWord(word) ? wordLexeme(word) : stemLexeme(word));

/** The lexemes by which the frequency of a unit is estimated; what a prefix stands for is not counted. */
export function estimatedBy({ words, isPrefix }: Unit): readonly string[] {
  return isPrefix ? [] : words.map(({ word }) => lexemeOf(word));
}

/** What a unit means as text of a tsquery. */
export function unitQuery({ words, isPrefix }: Unit): string {
  const [first, ...rest] = words;
  if (first === undefined) return '';
  const phrase = rest.reduce(
    (left, { word, step }) => `${left} <${step}> ${quoted(lexemeOf(word))}`,
    quoted(lexemeOf(first.word)),
  );
  return isPrefix ? `(${phrase} | ${quoted(wordLexeme(first.word))}:*)` : `(${phrase})`;
}

/** All of the units. */
export const allOf = (units: readonly Unit[]): string => units.map(unitQuery).join(' & ');

export interface Filter {
  readonly collection: string;
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** Only these tiers of popularity; all when empty. */
  readonly tiers: readonly number[];
}

const anyOf = (lexemes: readonly string[]): string => `(${lexemes.map(quoted).join(' | ')})`;

/** The whole condition as text of a tsquery. */
export function conditionQuery(
  { collection, facets, tiers }: Filter,
  wanted: readonly Unit[],
  unwanted: ParsedQuery['unwanted'],
): string {
  const parts = [
    tiers.length === 0
      ? quoted(collectionLexeme(collection))
      : anyOf(tiers.map((tier) => tierLexeme(collection, tier))),
    ...wanted.map(unitQuery),
    ...unwanted.map((unit) => `!${unitQuery(unit)}`),
    ...Object.entries(facets)
      .filter(([, values]) => values.length > 0)
      .map(([facet, values]) => anyOf(values.map((value) => facetLexeme(facet, value)))),
  ];
  return parts.join(' & ');
}
