import { type Outcome, refused } from '../outcome.ts';

/** Characters of a text that makers read at most. */
export const textLimit = 1_000_000;

/** Characters of one sentence that are read; labels are shorter still. */
const sentenceLimit = 500;

/** One sentence with single spaces, cut to a length at which every pattern is quick. */
export function sentenceText(raw: string): string {
  return raw
    .slice(0, sentenceLimit * 4)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, sentenceLimit);
}

type Refused = Extract<Outcome<never>, { readonly ok: false }>;

/** The refusal a source text deserves: empty, too long, or no text at all. */
export function checkSource(text: string): Refused | undefined {
  if (text.length > textLimit)
    return refused(
      'diagrams.too_large',
      'Текст длиннее миллиона знаков.',
      'The text is longer than a million characters.',
    ) as Refused;
  if (text.includes('\u0000'))
    return refused('diagrams.invalid_text', 'Это не текст.', 'This is not a text.') as Refused;
  return undefined;
}

export function nothingFound(ru: string, en: string): Outcome<never> {
  return refused('diagrams.nothing_found', ru, en);
}

/** Which language the words the engine adds should be in. */
export function isRussian(text: string): boolean {
  const head = text.slice(0, 10_000);
  return (head.match(/[а-яё]/giu)?.length ?? 0) * 2 > (head.match(/[a-z]/giu)?.length ?? 0);
}
