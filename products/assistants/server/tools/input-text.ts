import { Type } from 'typebox';
import { Refusal } from '#base/refusal';
import type { AttachedFile, ToolCallContext } from './tool.ts';

/** A text given in the call or in an attached file. */
export interface InputText {
  readonly text: string;
  /** The file's name; undefined for a text in the call. */
  readonly file: AttachedFile | undefined;
}

/** Parameter: the name of an attached file. */
export const FileName = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 500,
    description: 'Name of an attached file (or path below the served folder) to take instead of the text',
  }),
);

const longest = 1_000_000;

function chosen(
  { files, locale }: ToolCallContext,
  name: string | undefined,
  pattern: RegExp,
): AttachedFile | undefined {
  if (name === undefined) return files.find((file) => pattern.test(file.name)) ?? files[0];
  const found = files.find((file) => file.name === name || file.id === name);
  if (found !== undefined) return found;
  throw new Refusal(
    'not_found',
    'assistants.file_not_attached',
    locale === 'ru' ? `Файл «${name}» не приложен.` : `The file "${name}" is not attached.`,
  );
}

/**
 * The text a tool works on: that of the call, else the named file, else the first attached one of a fitting kind.
 * @throws Refusal `not_found` `assistants.file_not_attached`, `invalid` `assistants.tool_input`.
 */
export function inputText(
  given: { readonly text: string | undefined; readonly file: string | undefined },
  context: ToolCallContext,
  pattern: RegExp,
): InputText {
  if (given.text !== undefined && given.text.trim() !== '') return { text: given.text, file: undefined };
  const file = chosen(context, given.file, pattern);
  const say = (ru: string, en: string): string => (context.locale === 'ru' ? ru : en);
  if (file === undefined)
    throw new Refusal(
      'invalid',
      'assistants.tool_input',
      say(
        'Не хватает текста: пришлите его или приложите файл.',
        'There is no text: send it or attach a file.',
      ),
    );
  if (file.text.trim() === '')
    throw new Refusal(
      'invalid',
      'assistants.tool_input',
      say(`В файле «${file.name}» нет текста.`, `The file "${file.name}" has no text.`),
    );
  if (file.text.length > longest)
    throw new Refusal(
      'invalid',
      'assistants.tool_input',
      say(
        `Файл «${file.name}» больше миллиона знаков.`,
        `The file "${file.name}" is longer than a million characters.`,
      ),
    );
  return { text: file.text, file };
}
