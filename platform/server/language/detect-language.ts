import { scriptOf } from './script.ts';
import { stopWordLanguage } from './stop-words.ts';
import { tokenize } from './tokens.ts';

/** The languages the product speaks. */
export type Language = 'ru' | 'en';

/** The head of a text tells its language; reading a book to find out would not be linear in what matters. */
const SAMPLE_LENGTH = 4000;
const ADDRESSES = /(?:https?:\/\/|www\.)\S{1,2000}|\S{1,64}@\S{1,255}/gu;

/**
 * Tells whether a text is Russian or English, by its function words first and its letters second.
 * A text without letters of either script is English.
 */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE_LENGTH).replaceAll(ADDRESSES, ' ');
  const functionWords = { ru: 0, en: 0 };
  const letters = { ru: 0, en: 0 };
  for (const { term } of tokenize(sample)) {
    const language = stopWordLanguage(term);
    if (language !== null) functionWords[language] += 1;
    const script = scriptOf(term);
    if (script === 'cyrillic') letters.ru += term.length;
    if (script === 'latin') letters.en += term.length;
  }
  if (functionWords.ru !== functionWords.en) return functionWords.ru > functionWords.en ? 'ru' : 'en';
  return letters.ru > letters.en ? 'ru' : 'en';
}
