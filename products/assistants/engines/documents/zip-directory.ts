import { u16, u32 } from './byte-order.ts';
import { RefusedFile } from './refusal.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly declared: number;
  readonly crc: number;
  /** Where the packed bytes begin. */
  readonly start: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;

function endRecord(bytes: Uint8Array): number {
  const last = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= last; at--)
    if (u32(bytes, at) === endMark && at + endLength + u16(bytes, at + 20) <= bytes.length) return at;
  throw new RefusedFile('broken', 'the end of the archive is missing');
}

function checkName(name: string): string {
  const parts = name.split('/');
  const odd =
    name === '' ||
    name.startsWith('/') ||
    name.includes('\\') ||
    name.includes('\u0000') ||
    /^[a-z]:/i.test(name) ||
    parts.includes('..');
  if (odd) throw new RefusedFile('unsafe_name', JSON.stringify(name.slice(0, 80)));
  return name;
}

/** The entries by the central directory; refuses encryption, hostile names, overlaps and more than `limit`. */
export function zipDirectory(bytes: Uint8Array, limit: number): readonly ZipEntry[] {
  const end = endRecord(bytes);
  const count = u16(bytes, end + 10);
  if (count > limit) throw new RefusedFile('too_many_entries', String(count));
  if (count === 0xffff || u32(bytes, end + 16) === 0xffffffff) throw new RefusedFile('unsupported', 'ZIP64');
  const decoder = new TextDecoder('utf-8');
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let at = u32(bytes, end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || u32(bytes, at) !== entryMark)
      throw new RefusedFile('broken', 'the directory of the archive cannot be read');
    if ((u16(bytes, at + 8) & 1) !== 0) throw new RefusedFile('encrypted');
    const nameLength = u16(bytes, at + 28);
    const name = checkName(decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)));
    if (seen.has(name)) throw new RefusedFile('broken', `two entries are named ${name.slice(0, 80)}`);
    seen.add(name);
    const local = u32(bytes, at + 42);
    if (u32(bytes, local) !== localMark || local + 30 > bytes.length)
      throw new RefusedFile('broken', `${name.slice(0, 80)} is not where the directory says`);
    const start = local + 30 + u16(bytes, local + 26) + u16(bytes, local + 28);
    const packed = u32(bytes, at + 20);
    if (packed === 0xffffffff) throw new RefusedFile('unsupported', 'ZIP64');
    if (start + packed > end) throw new RefusedFile('broken', `${name.slice(0, 80)} is cut off`);
    entries.push({
      name,
      method: u16(bytes, at + 10),
      packed,
      declared: u32(bytes, at + 24),
      crc: u32(bytes, at + 16),
      start,
    });
    at += 46 + nameLength + u16(bytes, at + 30) + u16(bytes, at + 32);
  }
  checkOverlaps(entries);
  return entries;
}

function checkOverlaps(entries: readonly ZipEntry[]): void {
  const ordered = entries.filter((entry) => entry.packed > 0).sort((a, b) => a.start - b.start);
  ordered.forEach((entry, index) => {
    const next = ordered[index + 1];
    if (next && entry.start + entry.packed > next.start)
      throw new RefusedFile('suspicious_ratio', `${entry.name.slice(0, 80)} overlaps the next entry`);
  });
}
