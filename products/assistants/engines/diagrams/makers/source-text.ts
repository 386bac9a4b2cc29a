import { type Outcome, refused } from '../outcome.ts';

/** Characters of a text that makers read at most. */
export const textLimit = 1_000_000;

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
