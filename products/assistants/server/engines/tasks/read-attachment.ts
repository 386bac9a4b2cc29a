import { Refusal } from '#base/refusal';
import {
  type Chunk,
  chunks,
  type DocumentRefusalCode,
  readDocument,
} from '#products/assistants/engines/documents';
import type { FilePiece, ReadAttachment } from '../../attachments/attachment.ts';
import type { Task } from './task.ts';

/** Tighter than for a knowledge base: the text goes into prompts and the reader waits for it. */
const limits = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  pages: 500,
  cells: 300_000,
  textLength: 4_000_000,
};

const codes: Readonly<Partial<Record<DocumentRefusalCode, string>>> = {
  empty: 'assistants.file_empty',
  too_large: 'assistants.file_too_large',
  unsupported: 'assistants.file_unsupported',
  encrypted: 'assistants.file_encrypted',
  broken: 'assistants.file_broken',
};

function pieceOf({ text, path, pages, lines }: Chunk): FilePiece {
  return {
    text,
    path,
    ...(pages === undefined ? {} : { pages: [pages.from, pages.to] as const }),
    ...(lines === undefined ? {} : { lines: [lines.from, lines.to] as const }),
  };
}

/** PostgreSQL keeps no NUL and no lone surrogates. */
const kept = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** A name without folders and control characters. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replaceAll(/\p{C}/gu, '').trim().slice(0, 255) || 'file';
}

export interface ReadAttachmentInput {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly locale: 'ru' | 'en';
}

type Content = Pick<ReadAttachment, 'name' | 'kind' | 'pages' | 'text' | 'pieces' | 'warnings'>;

function decoded(bytes: Uint8Array, encoding = 'utf-8'): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

/**
 * Reads a file into text and pieces. What it is comes from its bytes; nothing in it is run.
 * @throws Refusal `invalid` `assistants.file_*` with the reader's words.
 */
export const readAttachment: Task<ReadAttachmentInput, Content> = async ({ bytes, name, locale }) => {
  const safe = plainName(name);
  const read = await readDocument(bytes, safe, limits);
  if (!read.ok)
    throw new Refusal('invalid', codes[read.code] ?? 'assistants.file_refused', read.message[locale]);
  const { document } = read;
  const pages = Number(document.metadata['pages']);
  // Plain text as it was written; of other formats the blocks, each on a line.
  const isSource = ['bsl', 'xml', 'txt', 'md', 'csv', 'html'].includes(document.kind);
  const whole = isSource ? undefined : document.blocks.map((block) => block.text).join('\n');
  const text = whole ?? decoded(bytes, document.metadata['encoding']);
  const pieces = chunks(document).map(pieceOf);
  return {
    name: safe,
    kind: document.kind,
    pages: Number.isInteger(pages) && pages > 0 ? pages : null,
    text: kept(text),
    pieces: pieces.map((piece) => ({ ...piece, text: kept(piece.text), path: piece.path.map(kept) })),
    warnings: document.warnings.map(({ ru, en }) => ({ ru, en })),
  };
};
