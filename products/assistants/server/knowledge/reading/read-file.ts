import {
  type Block,
  type Chunk,
  chunks,
  type Document,
  readDocument,
} from '#products/assistants/engines/documents';
import { treeFromZip } from '#products/assistants/engines/metadata';
import { countPostings } from '../terms/postings.rules.ts';
import { outlineOf, partsOf } from './parts.rules.ts';
import { readCodePassages } from './read-code.rules.ts';
import { readConfiguration } from './read-configuration.ts';
import type { Passage, ReadResult, TextDocument } from './text-document.ts';

/** PostgreSQL keeps no NUL and no lone surrogates. */
const kept = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const mostPassages = 50_000;

const zipLimits = { entries: 60_000, unpackedBytes: 1024 ** 3, fileBytes: 32 * 1024 ** 2, ratio: 500 };

const noText = {
  ru: 'В файле нет текста. Если это отсканированные страницы, сначала распознайте их.',
  en: 'The file has no text. If its pages are scanned, recognise them first.',
};
const tooLong = { ru: 'В файле слишком много текста.', en: 'The file has too much text.' };

type Content = Omit<TextDocument, 'postings' | 'terms' | 'characters'>;

/** The headings a passage stands under: of its last text, as small sections are joined with the next. */
function headingOf({ blocks, path }: Chunk, all: readonly Block[]): readonly string[] {
  for (let at = blocks.to; at >= blocks.from; at -= 1) {
    const block = all[at];
    if (block !== undefined && block.kind !== 'heading') return block.path;
  }
  return path;
}

const isCode = ({ kind }: Document): boolean => kind === 'bsl';

function sourceOf(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const block of blocks) {
    // Blocks know their lines: what lies between is blank.
    while (block.line !== undefined && lines.length < block.line - 1) lines.push('');
    lines.push(...block.text.split('\n'));
  }
  return lines.join('\n');
}

const leastSection = 40;

/** Passages of each section by itself; sections of a few words go with what follows. */
function passagesOf(document: Document, partOf: readonly number[]): readonly Passage[] {
  const { blocks } = document;
  const starts = [0];
  let length = 0;
  blocks.forEach((block, index) => {
    if (block.kind === 'heading' && length >= leastSection) {
      starts.push(index);
      length = 0;
    }
    if (block.kind !== 'heading') length += block.text.length;
  });
  return starts.flatMap((start, index) => {
    const section = blocks.slice(start, starts[index + 1] ?? blocks.length);
    return chunks({ ...document, blocks: section }).map(
      (chunk): Passage => ({
        content: chunk.text,
        heading: headingOf(chunk, section),
        page: chunk.pages?.from ?? null,
        lines: chunk.lines === undefined ? null : [chunk.lines.from, chunk.lines.to],
        part: partOf[start + chunk.blocks.from] ?? 1,
      }),
    );
  });
}

/** A document of the engine for search: passages along its headings, of code along its methods. */
function contentOf(document: Document): Content {
  const { parts, partOf } = partsOf(document.blocks);
  const partOfLine = (line: number): number => {
    const after = document.blocks.findIndex((block) => (block.line ?? 0) > line);
    return partOf[after < 0 ? document.blocks.length - 1 : Math.max(0, after - 1)] ?? 1;
  };
  const code = isCode(document) ? readCodePassages(sourceOf(document.blocks), [], partOfLine) : undefined;
  const hasMethods = code !== undefined && code.passages.length > 0;
  const pages = Number(document.metadata['pages'] ?? document.metadata['sheets']);
  return {
    kind: document.kind,
    title: document.title ?? null,
    warnings: document.warnings.map(({ ru, en }) => ({ ru, en })),
    outline: hasMethods ? code.outline.slice(0, 2_000) : outlineOf(document.blocks, partOf),
    pages: Number.isInteger(pages) && pages > 0 ? pages : null,
    parts,
    passages: hasMethods ? code.passages : passagesOf(document, partOf),
  };
}

function finished(content: Content, name: string): ReadResult {
  const passages = content.passages
    .map((passage) => ({
      ...passage,
      content: kept(passage.content),
      heading: passage.heading.map((title) => kept(title).slice(0, 300)),
    }))
    .filter((passage) => passage.content.trim() !== '');
  if (passages.length === 0) return { ok: false, fault: noText };
  if (passages.length > mostPassages) return { ok: false, fault: tooLong };
  const names = [name.replace(/\.[^.]{1,12}$/u, ''), content.title ?? ''];
  const { postings, lengths } = countPostings(
    passages.map(({ content: text, heading }, no) => ({ no, content: text, above: [...heading, ...names] })),
  );
  return {
    ok: true,
    document: {
      ...content,
      title: content.title === null ? null : kept(content.title).slice(0, 300),
      passages,
      postings,
      terms: lengths.reduce((sum, length) => sum + length, 0),
      characters: content.parts.reduce(
        (sum, { blocks }) => blocks.reduce((inner, { text }) => inner + text.length, sum),
        0,
      ),
    },
  };
}

/** Reads a file for search. What it is comes from its bytes; nothing in it is run. */
export async function readFile(bytes: Uint8Array, name: string): Promise<ReadResult> {
  const read = await readDocument(bytes, name);
  if (read.ok) return finished(contentOf(read.document), name);
  const archive =
    read.code === 'unsupported' || read.code === 'broken' ? treeFromZip(bytes, zipLimits) : undefined;
  if (archive === undefined || (!archive.ok && archive.refusal.code === 'not_a_zip'))
    return { ok: false, fault: read.message };
  if (!archive.ok) return { ok: false, fault: archive.refusal.message };
  const configuration = readConfiguration(archive.tree);
  if (configuration === undefined)
    return {
      ok: false,
      fault: {
        ru: 'В архиве нет выгрузки конфигурации. Документы загружайте по одному.',
        en: 'The archive has no export of a configuration. Upload documents one by one.',
      },
    };
  return finished({ kind: 'configuration', warnings: [], pages: null, ...configuration }, name);
}
