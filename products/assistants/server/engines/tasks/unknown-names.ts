import type { UngroundedName } from '#products/assistants/engines/grounding';
import type { UnknownName } from '../../../contract/index.ts';

const most = 200;

/** Names that a configuration does not have, as they are sent. */
export function wireNames(names: readonly UngroundedName[]): UnknownName[] {
  return names.slice(0, most).map(({ text, what, line, column, length, suggestions, message }) => ({
    text,
    what,
    range: { start: { line, character: column }, end: { line, character: column + length } },
    suggestions: [...suggestions],
    message: { ru: message.ru, en: message.en },
  }));
}
