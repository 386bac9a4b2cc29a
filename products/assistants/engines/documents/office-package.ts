import { zipSync } from 'fflate';
import {
  inflatedHead,
  openZip,
  type ZipEntry,
  ZipFault,
  type ZipFaultCode,
} from '#products/assistants/engines/zip';
import type { DocumentLimits } from './limits.ts';
import { type DocumentRefusalCode, RefusedFile } from './refusal.ts';
import { signatureOf } from './signature.ts';
import { checkXml } from './xml-guard.ts';

export interface OfficePackage {
  readonly format: 'docx' | 'xlsx';
  /** The checked XML parts by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Files inside the file (embedded workbooks and the like), which are not read. */
  readonly embedded: readonly string[];
}

const xmlName = /\.(xml|rels)$/i;

const codes: Readonly<Record<ZipFaultCode, DocumentRefusalCode>> = {
  not_a_zip: 'broken',
  broken_entry: 'broken',
  duplicate_entry: 'broken',
  encrypted: 'encrypted',
  suspicious_ratio: 'suspicious_ratio',
  too_big: 'too_large',
  too_many_entries: 'too_many_entries',
  unsafe_path: 'unsafe_name',
  unsupported_method: 'unsupported',
};

/** Faults of the archive are refusals of the document. */
function refusing<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof ZipFault)
      throw new RefusedFile(codes[error.code], error.entry.slice(0, 80) || 'ZIP');
    throw error;
  }
}

function isArchive(packed: Uint8Array, entry: ZipEntry): boolean {
  const head = entry.method === 8 ? inflatedHead(packed) : packed;
  return ['zip', 'archive'].includes(signatureOf(head).family);
}

/**
 * Unpacks the XML parts of a docx or xlsx under limits and looks through each; pictures and fonts are left packed.
 * Another archive inside is refused, unless it is an embedded document, which stays closed.
 */
export function openPackage(bytes: Uint8Array, limits: DocumentLimits): OfficePackage {
  const archive = refusing(() => openZip(bytes, limits));
  const names = new Set(archive.entries.map((entry) => entry.name));
  const format = names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : undefined;
  if (format === undefined || !names.has('[Content_Types].xml')) throw new RefusedFile('unsupported', 'ZIP');
  const parts = new Map<string, Uint8Array>();
  const embedded: string[] = [];
  const ofFormat =
    format === 'docx' ? { ...limits, elements: Math.min(limits.elements, limits.wordElements) } : limits;
  let left = limits.unpackedBytes;
  for (const entry of archive.entries) {
    if (entry.name.endsWith('/')) continue;
    if (!xmlName.test(entry.name)) {
      if (!isArchive(archive.packed(entry), entry)) continue;
      if (!/(^|\/)embeddings\//.test(entry.name))
        throw new RefusedFile('nested_archive', entry.name.slice(0, 80));
      embedded.push(entry.name);
      continue;
    }
    const part = refusing(() => archive.read(entry, left));
    left -= part.length;
    checkXml(part, entry.name, ofFormat);
    parts.set(entry.name, part);
  }
  return { format, parts, embedded };
}

/** The checked parts as a new archive, so that a reader sees exactly what was looked through. */
export function repacked(source: OfficePackage): ArrayBuffer {
  const files = Object.fromEntries([...source.parts].map(([name, part]) => [name, part]));
  const packed = zipSync(files, { level: 0, mtime: new Date(1980, 0, 2) });
  return packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength) as ArrayBuffer;
}
