import type { UnknownName } from '../../../contract/index.ts';
import { limited } from './limited.ts';
import { codeCell, paragraphs, table } from './markdown.ts';
import { andMore, type Say } from './words.ts';

const shown = 30;

/** Names that the project's configuration does not have, for a person; empty when there are none. */
export function unknownNamesText(say: Say, names: readonly UnknownName[] = []): string {
  if (names.length === 0) return '';
  return paragraphs(
    say(
      `**В конфигурации проекта нет имён: ${names.length}.**`,
      `**The project’s configuration lacks ${names.length} names.**`,
    ),
    table(
      [say('Строка', 'Line'), say('Имя', 'Name'), say('Возможно, имелось в виду', 'Perhaps meant')],
      names
        .slice(0, shown)
        .map(({ text, range, suggestions }) => [
          range.start.line + 1,
          codeCell(text),
          suggestions.slice(0, 3).map(codeCell).join(', '),
        ]),
    ),
    andMore(say, Math.max(0, names.length - shown)),
  );
}

/** The same for a model and for programs; nothing without a project. */
export function unknownNamesData(names: readonly UnknownName[] | undefined): {
  readonly unknown_names?: unknown;
} {
  if (names === undefined) return {};
  const told = names.map(({ text, range, suggestions }) => ({
    line: range.start.line + 1,
    text,
    suggestions,
  }));
  return { unknown_names: limited(told, 60, 8_000) };
}
