import { zipSync } from 'fflate';
import { boundedInflate, inflatedHead, joined } from './bounded-inflate.ts';
import { crc32 } from './crc32.ts';
import type { DocumentLimits } from './limits.ts';
import { RefusedFile } from './refusal.ts';
import { signatureOf } from './signature.ts';
import { checkXml } from './xml-guard.ts';
import { type ZipEntry, zipDirectory } from './zip-directory.ts';

export interface OfficePackage {
  readonly format: 'docx' | 'xlsx';
  /** The checked XML parts by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Files inside the file (embedded workbooks and the like), which are not read. */
  readonly embedded: readonly string[];
}

const xmlName = /\.(xml|rels)$/i;

function unpack(bytes: Uint8Array, entry: ZipEntry, left: number, limits: DocumentLimits): Uint8Array {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method !== 0 && entry.method !== 8)
    throw new RefusedFile('unsupported', `ZIP method ${entry.method}`);
  if (entry.method === 0 && packed.length > left)
    throw new RefusedFile('too_large', `more than ${limits.unpackedBytes} bytes unpacked`);
  const whole = entry.method === 0 ? packed : inflated(packed, entry, left, limits);
  if (whole.length !== entry.declared || crc32(whole) !== entry.crc)
    throw new RefusedFile('broken', `${entry.name.slice(0, 80)} does not match its check sum`);
  return whole;
}

function inflated(packed: Uint8Array, entry: ZipEntry, left: number, limits: DocumentLimits): Uint8Array {
  const byRatio = Math.max(limits.ratioFrom, packed.length * limits.ratio);
  const done = boundedInflate(packed, Math.min(left, byRatio), 'raw');
  if (done.outcome === 'broken')
    throw new RefusedFile('broken', `${entry.name.slice(0, 80)} cannot be unpacked`);
  if (done.outcome === 'too_large')
    throw byRatio < left
      ? new RefusedFile('suspicious_ratio', `${entry.name.slice(0, 80)}, over ${limits.ratio} : 1`)
      : new RefusedFile('too_large', `more than ${limits.unpackedBytes} bytes unpacked`);
  return joined(done.parts, done.size);
}

function isArchive(bytes: Uint8Array, entry: ZipEntry): boolean {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  const head = entry.method === 8 ? inflatedHead(packed) : packed;
  return ['zip', 'archive'].includes(signatureOf(head).family);
}

/**
 * Unpacks the XML parts of a docx or xlsx under limits and looks through each; pictures and fonts are left packed.
 * Another archive inside is refused, unless it is an embedded document, which stays closed.
 */
export function openPackage(bytes: Uint8Array, limits: DocumentLimits): OfficePackage {
  const entries = zipDirectory(bytes, limits.entries);
  const names = new Set(entries.map((entry) => entry.name));
  const format = names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : undefined;
  if (format === undefined || !names.has('[Content_Types].xml')) throw new RefusedFile('unsupported', 'ZIP');
  const parts = new Map<string, Uint8Array>();
  const embedded: string[] = [];
  const ofFormat =
    format === 'docx' ? { ...limits, elements: Math.min(limits.elements, limits.wordElements) } : limits;
  let left = limits.unpackedBytes;
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue;
    if (!xmlName.test(entry.name)) {
      if (!isArchive(bytes, entry)) continue;
      if (!/(^|\/)embeddings\//.test(entry.name))
        throw new RefusedFile('nested_archive', entry.name.slice(0, 80));
      embedded.push(entry.name);
      continue;
    }
    const part = unpack(bytes, entry, left, limits);
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
