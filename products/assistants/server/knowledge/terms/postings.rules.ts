import { countTerms } from './terms.rules.ts';

/** Terms of numbered texts in parallel arrays, one entry for each term of each text. */
export interface Postings {
  readonly terms: string[];
  readonly nos: number[];
  readonly counts: number[];
  readonly lengths: number[];
}

/** A text under its number, with what is said above it: headings, names. */
export interface NumberedText {
  readonly no: number;
  readonly content: string;
  readonly above: readonly string[];
}

export interface Counted {
  readonly postings: Postings;
  /** Terms of each text. */
  readonly lengths: readonly number[];
}

/** What stands above counts once more, but does not make a text longer. */
export function countPostings(texts: Iterable<NumberedText>): Counted {
  const postings: Postings = { terms: [], nos: [], counts: [], lengths: [] };
  const lengths: number[] = [];
  for (const { no, content, above } of texts) {
    const counts = countTerms(content);
    const length = [...counts.values()].reduce((sum, count) => sum + count, 0);
    for (const text of above) countTerms(text, counts);
    for (const [term, count] of counts) {
      postings.terms.push(kept(term));
      postings.nos.push(no);
      postings.counts.push(count);
      postings.lengths.push(length);
    }
    lengths.push(length);
  }
  return { postings, lengths };
}

const kept = (term: string): string => term.toWellFormed();
