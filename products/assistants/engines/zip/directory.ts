import { ZipFault } from './fault.ts';

/** One entry of a zip archive as its central directory tells it; nothing is unpacked yet. */
export interface ZipEntry {
  /** With `/` between its parts; folders end with one. */
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly packed: number;
  /** As promised. */
  readonly unpacked: number;
  readonly crc: number;
  /** Where the packed bytes begin. */
  readonly start: number;
}

const endMark = 0x06054b50;
const end64Mark = 0x06064b50;
const locator64Mark = 0x07064b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endLength = 22;

function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1)
    if (
      view.getUint32(at, true) === endMark &&
      at + endLength + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at;
  throw new ZipFault('not_a_zip');
}

/** Where the directory starts and how many entries it promises. */
function directoryOf(view: DataView): { readonly start: number; readonly count: number } {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count !== 0xffff && start !== 0xffffffff) return { start, count };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Mark) return { start, count };
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (view.getUint32(end64, true) !== end64Mark) throw new ZipFault('not_a_zip');
  return {
    count: Number(view.getBigUint64(end64 + 32, true)),
    start: Number(view.getBigUint64(end64 + 48, true)),
  };
}

function decoded(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder('utf-8').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Archivers of Windows write Russian names in the console's code page.
    return new TextDecoder('ibm866').decode(bytes);
  }
}

function isUnsafe(name: string): boolean {
  return (
    name === '' ||
    name.startsWith('/') ||
    /^[a-z]:/iu.test(name) ||
    name.includes('\0') ||
    name.split('/').includes('..')
  );
}

/** Where the packed bytes of an entry begin, behind the header before them. */
function startOf(view: DataView, local: number, packed: number, name: string): number {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localMark)
    throw new ZipFault('broken_entry', name);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > view.byteLength) throw new ZipFault('broken_entry', name);
  return start;
}

/** Entries that share bytes unpack to more than the archive holds. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const ordered = entries.filter(({ packed }) => packed > 0).sort((left, right) => left.start - right.start);
  for (const [at, { name, start, packed }] of ordered.entries()) {
    const next = ordered[at + 1];
    if (next !== undefined && start + packed > next.start) throw new ZipFault('suspicious_ratio', name);
  }
}

/** The entries of an archive. @throws ZipFault. */
export function readDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, ZipEntry>();
  try {
    const { start, count } = directoryOf(view);
    let at = start;
    for (let index = 0; index < count; index += 1) {
      if (index >= most) throw new ZipFault('too_many_entries');
      if (view.getUint32(at, true) !== entryMark) throw new ZipFault('not_a_zip');
      const flags = view.getUint16(at + 8, true);
      const length = view.getUint16(at + 28, true);
      const written = decoded(bytes.subarray(at + 46, at + 46 + length), (flags & 0x800) !== 0);
      const name = written.replaceAll('\\', '/');
      if (isUnsafe(name)) throw new ZipFault('unsafe_path', written);
      if ((flags & 1) !== 0) throw new ZipFault('encrypted', name);
      if (entries.has(name)) throw new ZipFault('duplicate_entry', name);
      const packed = view.getUint32(at + 20, true);
      entries.set(name, {
        name,
        method: view.getUint16(at + 10, true),
        packed,
        unpacked: view.getUint32(at + 24, true),
        crc: view.getUint32(at + 16, true),
        start: startOf(view, view.getUint32(at + 42, true), packed, name),
      });
      at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    // A view throws beyond its end.
    throw error instanceof ZipFault ? error : new ZipFault('not_a_zip');
  }
  const all = [...entries.values()];
  refuseOverlaps(all);
  return all;
}
