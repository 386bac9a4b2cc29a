import { type Token, tokenize } from '#platform/server/language';

const letterAndMark = /\p{L}\p{M}+/gu;
const mark = /\p{M}/gu;

/** A word without accents: é as e, ё as е. й stays a letter of its own. */
function fold(term: string): string {
  if (/^[a-z0-9а-я]+$/.test(term)) return term;
  return term
    .normalize('NFD')
    .replaceAll(letterAndMark, (letter) => (letter === 'и\u0306' ? 'й' : letter.replaceAll(mark, '')))
    .normalize('NFC');
}

/** Words of a text in order, lower case and without accents, and where each stands. */
export function wordsIn(text: string): readonly Token[] {
  return tokenize(text).map((token) => ({ ...token, term: fold(token.term) }));
}

/** A text that PostgreSQL can keep: no NUL, no half surrogate pairs. */
export function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
