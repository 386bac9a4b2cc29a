import { coreProperties } from './core-properties.ts';
import { readCsv } from './csv.ts';
import type { Block, Document, DocumentKind, DocumentWarning } from './document.ts';
import { readDocx } from './docx.ts';
import { decodeText } from './encoding.ts';
import { readHtml } from './html.ts';
import { type DocumentLimits, defaultLimits } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import { openPackage } from './office-package.ts';
import { readPdf } from './pdf.ts';
import { readCode, readPlainText } from './plain-text.ts';
import { type DocumentResult, RefusedFile, refusalOf } from './refusal.ts';
import { isEncryptedOffice, signatureOf } from './signature.ts';
import { readXlsx } from './xlsx.ts';

const textKinds: Readonly<Record<string, DocumentKind>> = {
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  csv: 'csv',
  tsv: 'csv',
  bsl: 'bsl',
  os: 'bsl',
  xml: 'xml',
  xsd: 'xml',
  mdo: 'xml',
  form: 'xml',
  txt: 'txt',
  text: 'txt',
  log: 'txt',
};

/** Extensions whose content always has a signature of its own. */
const binaryKinds = new Set(['docx', 'docm', 'xlsx', 'xlsm', 'pdf']);

type Content = Omit<Document, 'name' | 'warnings'> & { readonly warnings?: readonly DocumentWarning[] };

const extensionOf = (name: string): string => /\.([^./\\]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? '';

async function office(bytes: Uint8Array, limits: DocumentLimits): Promise<Content> {
  const source = openPackage(bytes, limits);
  const metadata = { ...coreProperties(source) };
  const blocks = source.format === 'docx' ? await readDocx(source, limits) : await readXlsx(source, limits);
  if (source.format === 'xlsx')
    metadata['sheets'] = String(blocks.filter((block) => block.kind === 'heading').length);
  const warnings: readonly DocumentWarning[] =
    source.embedded.length === 0
      ? []
      : [
          {
            code: 'embedded_skipped',
            ru: `Вложенные файлы не прочитаны: ${source.embedded.length}.`,
            en: `Embedded files were not read: ${source.embedded.length}.`,
          },
        ];
  return { kind: source.format, blocks, metadata, warnings };
}

function plain(bytes: Uint8Array, extension: string, limits: DocumentLimits): Content {
  const { text, encoding } = decodeText(bytes);
  const start = text.slice(0, 400).trimStart().toLowerCase();
  const guessed = /^<!doctype html|^<html/.test(start) ? 'html' : start.startsWith('<?xml') ? 'xml' : 'txt';
  const kind = textKinds[extension] ?? guessed;
  const metadata = { encoding };
  if (kind === 'html') {
    const read = readHtml(text, limits);
    return { kind, blocks: read.blocks, metadata, ...(read.title !== undefined && { title: read.title }) };
  }
  const read: Readonly<Record<string, (text: string, limits: DocumentLimits) => readonly Block[]>> = {
    md: readMarkdown,
    csv: readCsv,
    bsl: readCode,
    xml: readCode,
  };
  return { kind, metadata, blocks: (read[kind] ?? readPlainText)(text, limits) };
}

async function content(bytes: Uint8Array, name: string, limits: DocumentLimits): Promise<Content> {
  if (bytes.length === 0) throw new RefusedFile('empty');
  if (bytes.length > limits.fileBytes)
    throw new RefusedFile('too_large', `${bytes.length} > ${limits.fileBytes} bytes`);
  const extension = extensionOf(name);
  const signature = signatureOf(bytes);
  if (signature.family === 'zip') return office(bytes, limits);
  if (signature.family === 'pdf') return { kind: 'pdf', ...(await readPdf(bytes, limits)) };
  if (signature.family === 'compound' && isEncryptedOffice(bytes)) throw new RefusedFile('encrypted');
  if (signature.family !== 'none') throw new RefusedFile('unsupported', signature.label);
  if (binaryKinds.has(extension)) throw new RefusedFile('broken', `.${extension}`);
  return plain(bytes, extension, limits);
}

function differs(extension: string, kind: DocumentKind): readonly DocumentWarning[] {
  const said = extension === 'docm' || extension === 'xlsm' ? `${extension.slice(0, 3)}x` : extension;
  const known = binaryKinds.has(said) || textKinds[said] !== undefined;
  if (!known || said === kind || textKinds[said] === kind) return [];
  return [
    {
      code: 'type_differs',
      ru: `Файл назван .${extension}, но по содержимому это ${kind}.`,
      en: `The file is named .${extension}, but its content is ${kind}.`,
    },
  ];
}

/**
 * Reads a file into blocks. What it is comes from its first bytes; the name decides between kinds of text only.
 * Never throws and never runs anything in the file: a file that cannot or should not be read is a refusal with a code.
 * Time and memory are bounded by `limits`.
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  limits: Partial<DocumentLimits> = {},
): Promise<DocumentResult> {
  try {
    const read = await content(bytes, name, { ...defaultLimits, ...limits });
    const title =
      read.title ?? read.metadata['title'] ?? read.blocks.find((block) => block.kind === 'heading')?.text;
    const warnings = [...differs(extensionOf(name), read.kind), ...(read.warnings ?? [])];
    const document = { ...read, name, warnings, ...(title !== undefined && { title }) };
    return { ok: true, document };
  } catch (error) {
    if (error instanceof RefusedFile) return refusalOf(error.code, error.detail);
    // A library met something nobody thought of: the file is damaged as far as the reader is concerned.
    return refusalOf('broken', error instanceof Error ? error.name : 'unknown');
  }
}
