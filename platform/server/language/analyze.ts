import { stem } from './stems.ts';
import { isStopWord } from './stop-words.ts';
import { tokenize } from './tokens.ts';

/** Turns a text into the terms it is searched by: stems in order of appearance, without stop words. */
export function analyze(text: string): string[] {
  const terms: string[] = [];
  for (const { term } of tokenize(text)) {
    if (!isStopWord(term)) terms.push(stem(term));
  }
  return terms;
}
