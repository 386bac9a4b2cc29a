import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ToolCommand, ToolInput } from '#platform/server/modules';
import { chunks, type Document, readDocument } from '#products/assistants/engines/documents';

/** Reads a file into a document; a refusal or a missing file is told on standard error. */
export async function documentFrom(input: ToolInput): Promise<Document | undefined> {
  const path = input.args[0] ?? '';
  let bytes: Uint8Array;
  try {
    bytes = path === '-' ? await input.readInput() : await readFile(path);
  } catch (error) {
    input.warn(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
    return undefined;
  }
  const result = await readDocument(new Uint8Array(bytes), basename(path));
  if (!result.ok) {
    input.warn(`${path}: ${result.code}: ${result.message.ru} / ${result.message.en}`);
    return undefined;
  }
  for (const warning of result.document.warnings) input.warn(`${path}: ${warning.code}: ${warning.ru}`);
  return result.document;
}

/** A number of an option within bounds; undefined when it is none. */
function sizeOf(value: string | boolean | undefined): number | undefined {
  const size = Number(value);
  return typeof value === 'string' && Number.isInteger(size) && size >= 50 && size <= 100_000
    ? size
    : undefined;
}

function plain(document: Document): string {
  return document.blocks
    .map((block) =>
      block.kind === 'heading' ? `\n${'#'.repeat(block.level ?? 1)} ${block.text}\n` : block.text,
    )
    .join('\n')
    .trim();
}

const text: ToolCommand = {
  path: 'documents text',
  summary: 'Prints the text of a docx, pdf, xlsx, md, html, csv, txt, bsl or xml file',
  args: ['<file>'],
  options: [
    { flags: '--format <format>', description: 'text or json', default: 'text' },
    {
      flags: '--chunks <size>',
      description: 'cut into chunks of about this many characters (50–100000); json only',
    },
  ],
  async run(input) {
    const format = input.options['format'] ?? 'text';
    const size = sizeOf(input.options['chunks']);
    if (
      (format !== 'text' && format !== 'json') ||
      (input.options['chunks'] !== undefined && (size === undefined || format !== 'json'))
    ) {
      input.warn('--format is text or json; --chunks is a number from 50 to 100000 and needs --format json');
      return 2;
    }
    const document = await documentFrom(input);
    if (!document) return 2;
    if (format === 'text') input.print(plain(document));
    else
      input.print(
        JSON.stringify(
          size === undefined
            ? document
            : { ...document, blocks: undefined, chunks: chunks(document, { target: size }) },
          null,
          2,
        ),
      );
    return 0;
  },
};

/** `quintet documents …`. */
export const documentsTools: readonly ToolCommand[] = [text];
