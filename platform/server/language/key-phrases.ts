import { stem } from './stems.ts';
import { isStopWord } from './stop-words.ts';
import { tokenize } from './tokens.ts';

/** A phrase a text is about, as it is most often written, with a score comparable within that text only. */
export interface KeyPhrase {
  readonly phrase: string;
  readonly key: string;
  readonly score: number;
}

const LONGEST_PHRASE = 3;
/** Between two words of one phrase stands white space or a hyphen, nothing else. */
const INSIDE_PHRASE = /^[\s-]{0,3}$/u;

interface Word {
  readonly surface: string;
  readonly stem: string;
}

function runsOf(text: string): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  let end = 0;
  for (const token of tokenize(text)) {
    const joined = run.length > 0 && (token.start < end || INSIDE_PHRASE.test(text.slice(end, token.start)));
    const plain = isStopWord(token.term) || /^\d/.test(token.term) || token.term.length < 3;
    if (!joined || plain) {
      if (run.length > 0) runs.push(run);
      run = [];
    }
    if (!plain) run.push({ surface: token.term, stem: stem(token.term) });
    end = token.end;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Words that keep long company are telling: the degree-to-frequency idea of RAKE, damped by frequency. */
function wordScores(runs: readonly Word[][]): Map<string, number> {
  const frequency = new Map<string, number>();
  const degree = new Map<string, number>();
  for (const run of runs) {
    for (const word of run) {
      frequency.set(word.stem, (frequency.get(word.stem) ?? 0) + 1);
      degree.set(word.stem, (degree.get(word.stem) ?? 0) + Math.min(run.length, LONGEST_PHRASE));
    }
  }
  return new Map(
    [...frequency].map(([word, count]) => [
      word,
      Math.log(1 + count) * Math.sqrt((degree.get(word) ?? 1) / count) + count / 4,
    ]),
  );
}

/**
 * Names the phrases a text is about, best first: runs of at most three content words without stop words between
 * them. Deterministic; ties in alphabetical order; `limit` defaults to 10.
 */
export function keyPhrases(text: string, limit = 10): KeyPhrase[] {
  const runs = runsOf(text);
  const scores = wordScores(runs);
  const phrases = new Map<string, { score: number; count: number; surfaces: Map<string, number> }>();
  for (const run of runs) {
    for (let at = 0; at < run.length; at += LONGEST_PHRASE) {
      const words = run.slice(at, at + LONGEST_PHRASE);
      const key = words.map((word) => word.stem).join(' ');
      const surface = words.map((word) => word.surface).join(' ');
      const mean =
        words.reduce((sum, word) => sum + (scores.get(word.stem) ?? 0), 0) / Math.sqrt(words.length);
      const phrase = phrases.get(key) ?? { score: mean, count: 0, surfaces: new Map<string, number>() };
      phrase.count += 1;
      phrase.surfaces.set(surface, (phrase.surfaces.get(surface) ?? 0) + 1);
      phrases.set(key, phrase);
    }
  }
  return [...phrases]
    .map(([key, { score, count, surfaces }]) => ({
      key,
      score: score * Math.sqrt(count),
      phrase: mostFrequent(surfaces),
    }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
    .slice(0, limit);
}

function mostFrequent(surfaces: ReadonlyMap<string, number>): string {
  const ranked = [...surfaces].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? '';
}
