import type { Reader } from '#platform/server/database';
import { stemLexeme, wordLexeme } from '../documents/lexeme.rules.ts';
import { type AskedWord, areKnown, similarWords } from '../documents/vocabulary.read.ts';
import { wordsIn } from '../documents/words.rules.ts';
import type { Unit } from '../query/parse.rules.ts';
import { conditionQuery, exactly, scopeQuery } from '../query/tsquery.rules.ts';
import { otherLayout } from './layout.rules.ts';
import { transliterated } from './transliteration.rules.ts';
import { forgiven, likeliest } from './typo.rules.ts';

/** Words looked at in one query. */
const mostWords = 12;
const separators = /(\s+)/;

interface Piece {
  readonly text: string;
  /** What may have been meant, likeliest first; the text itself is first. */
  readonly readings: readonly string[];
}

/** Exclusions and what has no letters stay as they are. */
function isWord(text: string): boolean {
  return !text.startsWith('-') && /\p{L}/u.test(text);
}

/** Signs around a word that belong to the sentence, not to a key of the other layout. */
const bare = (text: string): string => text.replace(/^["«“]+|["»”!?:]+$/gu, '');

function pieceOf(text: string): Piece {
  const word = bare(text).toLowerCase();
  return { text, readings: [...new Set([word, otherLayout(word), transliterated(word)])] };
}

interface AskedReading {
  readonly reading: string;
  readonly words: readonly AskedWord[];
}

function asked(collection: string, reading: string, isPrefix: boolean): AskedReading {
  const words = wordsIn(reading);
  return {
    reading,
    words: words.map(({ term }, index) => {
      const unit: Unit = {
        words: [{ word: term, step: 1 }],
        isPrefix: isPrefix && index === words.length - 1,
      };
      return {
        lexeme: stemLexeme(term),
        beginning: unit.isPrefix ? wordLexeme(term) : null,
        query: `${scopeQuery(collection, [])} & ${conditionQuery({ wanted: [unit], unwanted: [] }, {}, exactly) ?? ''}`,
      };
    }),
  };
}

/** The first reading whose words are all in some document. */
async function knownReading(
  reader: Reader,
  collection: string,
  readings: readonly AskedReading[],
): Promise<string | undefined> {
  const known = await areKnown(
    reader,
    collection,
    readings.flatMap(({ words }) => words),
  );
  let at = 0;
  for (const { reading, words } of readings) {
    const all = known.slice(at, at + words.length);
    if (words.length > 0 && all.every((one) => one)) return reading;
    at += words.length;
  }
  return undefined;
}

async function readingOf(
  reader: Reader,
  collection: string,
  { text, readings }: Piece,
  isPrefix: boolean,
): Promise<string> {
  const found = await knownReading(
    reader,
    collection,
    readings.map((reading) => asked(collection, reading, isPrefix)),
  );
  if (found !== undefined) return found === readings[0] ? text : found;
  const single = readings.map((reading) => wordsIn(reading)).filter((words) => words.length === 1);
  const typed = single.flatMap((words) => words.map(({ term }) => term)).filter((word) => forgiven(word) > 0);
  const near =
    typed.length === 0
      ? []
      : await similarWords(
          reader,
          collection,
          typed.map((word) => ({ word, errors: forgiven(word) })),
        );
  for (const word of typed) {
    const likely = likeliest(word, near);
    if (likely !== undefined) return likely;
  }
  return text;
}

/**
 * The text that was probably meant, when words of it are in no document: typed in the other layout, in the other
 * alphabet, or mistyped. Null when nothing better is known.
 */
export async function correct(reader: Reader, collection: string, text: string): Promise<string | null> {
  const parts = text.trim().split(separators);
  const last = parts.length - 1;
  const corrected = await Promise.all(
    parts.map((part, index) =>
      index / 2 < mostWords && isWord(part)
        ? readingOf(reader, collection, pieceOf(part), index === last)
        : part,
    ),
  );
  const meant = corrected.join('');
  return meant === parts.join('') ? null : meant;
}
