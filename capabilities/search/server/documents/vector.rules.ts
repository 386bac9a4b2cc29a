import { isStopWord } from '#platform/server/language';
import type { SearchDocument } from '../index.ts';
import { collectionLexeme, facetLexeme, isCounted, quoted, stemLexeme, wordLexeme } from './lexeme.rules.ts';
import { pairsIn } from './pair.rules.ts';
import { tierLexemes } from './tier.rules.ts';
import { wordsIn } from './words.rules.ts';

type Weight = 'A' | 'B' | 'C';

/** PostgreSQL keeps positions up to 16,383 and 256 of one lexeme; fewer rank as well. */
const lastPosition = 16_000;
const positionsKept = 64;
/** Words of each field that rank candidates. */
const headWords = 48;
/** Words between two fields, so that no phrase reaches from one into the other. */
const gap = 8;

export interface Vectors {
  /** The text of a tsvector: what can be asked of the document. */
  readonly vector: string;
  /** The text of a tsvector: the words of title and keywords. */
  readonly head: string;
  /** Lexemes of which it is counted in how many documents they are. */
  readonly counted: readonly string[];
}

interface Lexemes {
  add(lexeme: string, position?: string): void;
  all(): readonly string[];
  text(): string;
}

function createLexemes(): Lexemes {
  const lexemes = new Map<string, string[]>();
  return {
    add(lexeme, position) {
      const positions = lexemes.get(lexeme) ?? [];
      if (positions.length === 0) lexemes.set(lexeme, positions);
      if (position !== undefined && positions.length < positionsKept) positions.push(position);
    },
    all: () => [...lexemes.keys()],
    text: () =>
      [...lexemes]
        .map(([lexeme, positions]) =>
          positions.length === 0 ? quoted(lexeme) : `${quoted(lexeme)}:${positions.join(',')}`,
        )
        .join(' '),
  };
}

/** What is searched of a document. Equal documents, equal texts. */
export function vectorsOf(collection: string, document: SearchDocument): Vectors {
  const [all, head] = [createLexemes(), createLexemes()];
  let next = 1;
  function addText(text: string, weight: Weight): void {
    const words = wordsIn(text).map(({ term }) => term);
    words.forEach((word, index) => {
      const position = next <= lastPosition ? `${next}${weight}` : undefined;
      // Positions of word forms rank prefixes: in the body they would cost more than they tell.
      const formPosition = weight === 'C' ? undefined : position;
      const isHead = weight !== 'C' && index < headWords;
      if (!isStopWord(word)) {
        all.add(stemLexeme(word), position);
        if (isHead) head.add(stemLexeme(word), position);
      }
      all.add(wordLexeme(word), formPosition);
      if (isHead) head.add(wordLexeme(word), formPosition);
      next += 1;
    });
    for (const pair of pairsIn(words)) all.add(pair);
    next += gap;
  }

  addText(document.title, 'A');
  addText(document.keywords ?? '', 'B');
  addText(document.text ?? '', 'C');
  all.add(collectionLexeme(collection));
  for (const lexeme of tierLexemes(collection, document.popularity ?? 0)) all.add(lexeme);
  for (const [facet, values] of Object.entries(document.facets ?? {})) {
    for (const value of values) all.add(facetLexeme(facet, value));
  }
  return { vector: all.text(), head: head.text(), counted: all.all().filter(isCounted) };
}
