import { isStopWord } from '#platform/server/language';
import { lexemeOf } from './lexeme.rules.ts';

/** Stop words that may stand inside a pair. */
const widestStep = 10;
/** Few enough that the index stays small; documents of the same number by chance are told apart by the positions. */
const pairBits = 18;

/**
 * Stands for two words that are `step` words from each other with only stop words between. A phrase asks for its pairs
 * first: positions are then read only of documents that most probably have it.
 */
export function pairLexeme(left: string, step: number, right: string): string {
  let hash = 0x81_1c_9d_c5;
  for (const character of `${lexemeOf(left)} ${step} ${lexemeOf(right)}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  }
  const mixed = hash ^ (hash >>> pairBits);
  return `+${(mixed & (2 ** pairBits - 1)).toString(36)}`;
}

/** The pairs of a text, with which the phrases of queries are compared. */
export function pairsIn(words: readonly string[]): readonly string[] {
  const pairs: string[] = [];
  let [previous, at] = ['', -1];
  words.forEach((word, index) => {
    if (isStopWord(word)) {
      const before = words[index - 1];
      if (before !== undefined && isStopWord(before)) pairs.push(pairLexeme(before, 1, word));
      return;
    }
    if (at >= 0 && index - at <= widestStep) pairs.push(pairLexeme(previous, index - at, word));
    [previous, at] = [word, index];
  });
  return pairs;
}
