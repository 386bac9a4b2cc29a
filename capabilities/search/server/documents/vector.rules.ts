import { isStopWord } from '#platform/server/language';
import type { SearchDocument } from '../index.ts';
import {
  collectionLexeme,
  facetLexeme,
  quoted,
  stemLexeme,
  tierLexeme,
  tierOf,
  wordLexeme,
} from './lexeme.rules.ts';
import { wordsIn } from './words.rules.ts';

type Weight = 'A' | 'B' | 'C';

/** PostgreSQL keeps positions up to 16,383 and 256 of one lexeme; fewer rank as well. */
const lastPosition = 16_000;
const positionsKept = 64;
/** Words between two fields, so that no phrase reaches from one into the other. */
const gap = 8;

/** The text of a tsvector: what can be asked of the document. Equal documents, equal text. */
export function vectorOf(collection: string, document: SearchDocument): string {
  const lexemes = new Map<string, string[]>();
  function add(lexeme: string, position?: string): void {
    const positions = lexemes.get(lexeme) ?? [];
    if (position !== undefined && positions.length < positionsKept) positions.push(position);
    lexemes.set(lexeme, positions);
  }

  let next = 1;
  function addText(text: string, weight: Weight): void {
    for (const { term } of wordsIn(text)) {
      const position = next <= lastPosition ? `${next}${weight}` : undefined;
      if (!isStopWord(term)) add(stemLexeme(term), position);
      // Positions of word forms rank prefixes: in the body they would cost more than they tell.
      add(wordLexeme(term), weight === 'C' ? undefined : position);
      next += 1;
    }
    next += gap;
  }

  addText(document.title, 'A');
  addText(document.keywords ?? '', 'B');
  addText(document.text ?? '', 'C');
  add(collectionLexeme(collection));
  add(tierLexeme(collection, tierOf(document.popularity ?? 0)));
  for (const [facet, values] of Object.entries(document.facets ?? {})) {
    for (const value of values) add(facetLexeme(facet, value));
  }
  return [...lexemes]
    .map(([lexeme, positions]) =>
      positions.length === 0 ? quoted(lexeme) : `${quoted(lexeme)}:${positions.join(',')}`,
    )
    .join(' ');
}
