import { Refusal } from '#base/refusal';
import { filePassages, type SourcePassage } from './passages.rules.ts';
import type { Question } from './question.ts';
import { takeApart } from './routing/material.rules.ts';

const pieceLength = 2_400;

const words = {
  ru: { title: 'Вставленный текст', note: '(Вставленный текст стоит в отрывках.)' },
  en: { title: 'The pasted text', note: '(The pasted text stands in the passages.)' },
} as const;

/** A text in pieces of whole lines, with their numbers. */
function piecesOf(text: string) {
  const pieces: { text: string; path: readonly string[]; lines: readonly [number, number] }[] = [];
  let current: string[] = [];
  let first = 1;
  const close = (last: number): void => {
    if (current.length > 0) pieces.push({ text: current.join('\n'), path: [], lines: [first, last] });
    first = last + 1;
    current = [];
  };
  text.split('\n').forEach((line, at) => {
    current.push(line);
    if (current.reduce((sum, one) => sum + one.length + 1, 0) >= pieceLength) close(at + 1);
  });
  close(text.split('\n').length);
  return pieces;
}

/**
 * A question whose pasted text would fill the prompt: the words stay, the text goes into passages, of which those that
 * fit are taken.
 * @throws Refusal `invalid` `assistants.too_long` when the words alone are too long.
 */
export function shorten(
  { text, locale }: Pick<Question, 'text' | 'locale'>,
  isTooLong: (text: string) => boolean,
): { readonly text: string; readonly pasted: readonly SourcePassage[] } {
  if (!isTooLong(text)) return { text, pasted: [] };
  const { material, words: said } = takeApart(text);
  const { title, note } = words[locale];
  const brought = Object.values(material).filter((part) => part !== undefined);
  const rest = said === '' ? note : `${said}\n\n${note}`;
  if (brought.length === 0 || isTooLong(rest))
    throw new Refusal(
      'invalid',
      'assistants.too_long',
      'The message is too long for the language model. Attach the text as a file.',
    );
  const file = { id: 'pasted', name: title, pieces: piecesOf(brought.join('\n\n')) };
  return { text: rest, pasted: filePassages([file], said, locale) };
}
