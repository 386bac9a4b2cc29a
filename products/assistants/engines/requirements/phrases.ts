import { stemOf, type Token } from './words.ts';

export interface PhraseHit<Key extends string> {
  readonly key: Key;
  /** Tokens from, and up to but without. */
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

type WordTest = (token: Token) => boolean;

interface Phrase<Key extends string> {
  readonly key: Key;
  readonly tests: readonly WordTest[];
  readonly weight: number;
}

/**
 * How phrases are written: words parted by spaces; `слово` matches by stem, `=слово` exactly that form,
 * `слов*` by beginning, `#` any number; ` @3` at the end is a weight (1 without).
 */
function testOf(word: string): WordTest {
  if (word === '#') return (token) => token.kind === 'number';
  if (word.endsWith('*')) {
    const start = word.replace(/^=/, '').slice(0, -1);
    return (token) => token.lower.startsWith(start);
  }
  if (word.startsWith('=')) return (token) => token.lower === word.slice(1);
  const stem = stemOf(word);
  return (token) => token.stem === stem;
}

function firstLetters(word: string): string {
  const plain = word.replace(/^=/, '').replace(/\*$/, '');
  return plain === '#' ? '#' : plain.slice(0, 2);
}

/** Finds phrases in tokens in one pass: the first two letters choose the few phrases to try at each word. */
export function phraseFinder<Key extends string>(
  lexicon: Readonly<Record<Key, readonly string[]>>,
): (tokens: readonly Token[]) => readonly PhraseHit<Key>[] {
  const index = new Map<string, Phrase<Key>[]>();
  for (const key of Object.keys(lexicon) as Key[])
    for (const written of lexicon[key]) {
      const [, words = written, weight = '1'] = /^(.*?)(?: @(\d+))?$/.exec(written) ?? [];
      const parts = words.split(' ').filter((part) => part !== '');
      const letters = firstLetters(parts[0] ?? '');
      const phrases = index.get(letters) ?? [];
      phrases.push({ key, tests: parts.map(testOf), weight: Number(weight) });
      index.set(letters, phrases);
    }
  for (const phrases of index.values()) phrases.sort((a, b) => b.tests.length - a.tests.length);
  return (tokens) => {
    const hits: PhraseHit<Key>[] = [];
    const takenTo = new Map<Key, number>();
    tokens.forEach((token, at) => {
      if (token.quoted) return;
      const letters = token.kind === 'number' ? '#' : token.lower.slice(0, 2);
      for (const phrase of index.get(letters) ?? []) {
        if ((takenTo.get(phrase.key) ?? 0) > at) continue;
        if (
          !phrase.tests.every(
            (test, offset) => at + offset < tokens.length && test(tokens[at + offset] as Token),
          )
        )
          continue;
        hits.push({ key: phrase.key, from: at, to: at + phrase.tests.length, weight: phrase.weight });
        takenTo.set(phrase.key, at + phrase.tests.length);
      }
    });
    return hits;
  };
}
