import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { scriptOf } from './script.ts';

/** Enough for the live vocabulary of both languages; dropped whole when full, which costs less than an LRU. */
const MEMO_LIMIT = 50_000;
const memo = new Map<string, string>();

function stemByScript(token: string): string {
  const script = scriptOf(token);
  switch (script) {
    case 'cyrillic':
      return stemRussian(token);
    case 'latin':
      return stemEnglish(token);
    case 'other':
      return token;
    default: {
      const unknown: never = script;
      return unknown;
    }
  }
}

/**
 * Reduces a normalised word to its stem: Snowball for Cyrillic, Porter for Latin, unchanged otherwise.
 * A word whose stem would be empty stays as it is. Memoised in bounded memory; equal input, equal output.
 */
export function stem(token: string): string {
  const known = memo.get(token);
  if (known !== undefined) return known;
  const stemmed = token.length < 3 || /\d/.test(token) ? token : stemByScript(token);
  const result = stemmed === '' ? token : stemmed;
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(token, result);
  return result;
}
