import type { Reader } from '#platform/server/database';
import { facetLexeme, lexemeOf } from '../documents/lexeme.rules.ts';
import { tierNamed } from '../documents/tier.rules.ts';
import { countsOf, type WordCount, wordsWithPrefix } from '../documents/vocabulary.read.ts';
import type { SearchQuery } from '../index.ts';
import type { Frequencies } from './looks.rules.ts';
import type { ParsedQuery } from './parse.rules.ts';
import { type Continuations, continuationOf } from './tsquery.rules.ts';

/** Words that the last one may become, the most frequent ones. */
const mostWords = 60;
/** Of their lexemes as many are asked for. */
const mostContinuations = 16;
/** A word of more than this share of the documents tells little. */
const commonShare = 0.25;
/** Documents that the index may collect for whatever begins with a prefix. */
const cheapDocuments = 20_000;

export interface Known extends Frequencies {
  readonly continuations: Continuations;
  /** Lexemes of many documents. */
  readonly common: ReadonlySet<string>;
  /** Whether some word is in no document that is counted yet. */
  readonly isStrange: boolean;
}

/** The most frequent words that a prefix may become, by few lexemes. */
function continuedBy(
  prefix: string,
  words: readonly WordCount[],
): { readonly lexemes: readonly string[]; readonly documents: readonly number[] } {
  const lexemes = new Set<string>();
  const documents: number[] = [];
  const itself = lexemeOf(prefix);
  for (const word of words.slice(0, mostWords)) {
    // What begins with a whole word is mostly the same word inflected: the word itself finds that already.
    if (lexemeOf(word.word) === itself) continue;
    const lexeme = continuationOf(prefix, word.word);
    if (lexemes.size === mostContinuations && !lexemes.has(lexeme)) continue;
    lexemes.add(lexeme);
    documents.push(word.documents);
  }
  return { lexemes: [...lexemes], documents };
}

/** Reads what is known of the words of a query. */
export async function knownOf(
  reader: Reader,
  query: SearchQuery,
  { wanted, unwanted }: ParsedQuery,
): Promise<Known> {
  const { collection, facets = {} } = query;
  const prefix = wanted.find(({ isPrefix }) => isPrefix)?.words[0]?.word;
  const asked = [
    ...[...wanted, ...unwanted].flatMap(({ words }) => words.map(({ word }) => lexemeOf(word))),
    ...Object.entries(facets).flatMap(([facet, values]) => values.map((value) => facetLexeme(facet, value))),
  ];
  const [counts, words] = await Promise.all([
    countsOf(reader, collection, asked),
    prefix === undefined ? [] : wordsWithPrefix(reader, collection, prefix, mostWords + 1),
  ]);
  const documents = new Map(counts.map((count) => [count.lexeme, count.documents]));
  const continued = continuedBy(prefix ?? '', words);
  const isCheap =
    words.length <= mostWords && words.reduce((sum, word) => sum + word.documents, 0) <= cheapDocuments;
  const tiers = counts
    .filter(({ lexeme }) => lexeme.startsWith('~'))
    .map((count) => ({ tier: tierNamed(count.lexeme), documents: count.documents }))
    .toSorted((left, right) => right.tier - left.tier);
  const many = tiers.reduce((sum, tier) => sum + tier.documents, 0) * commonShare;
  return {
    tiers,
    documents,
    common: new Set(counts.filter((count) => count.documents > many).map(({ lexeme }) => lexeme)),
    beginning: continued.documents,
    continuations: prefix === undefined || isCheap ? undefined : continued.lexemes,
    isStrange:
      tiers.length > 0 &&
      wanted.some(
        ({ words: parts, isPrefix }) =>
          parts.some(({ word }) => !documents.has(lexemeOf(word))) && !(isPrefix && words.length > 0),
      ),
  };
}
