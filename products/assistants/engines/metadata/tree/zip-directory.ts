/** One entry of a zip archive as its central directory tells it; nothing is unpacked yet. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** The archive's structure is not one we can read. */
export class ZipFormatError extends Error {}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1)
    if (view.getUint32(at, true) === endSignature) return at;
  throw new ZipFormatError('no end of central directory');
}

/** Where the directory starts and how many entries it promises. */
function directoryOf(view: DataView): { start: number; count: number } {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count !== 0xffff && start !== 0xffffffff) return { start, count };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return { start, count };
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (view.getUint32(end64, true) !== end64Signature) throw new ZipFormatError('broken zip64 directory');
  return {
    count: Number(view.getBigUint64(end64 + 32, true)),
    start: Number(view.getBigUint64(end64 + 48, true)),
  };
}

function nameOf(bytes: Uint8Array, utf8: boolean): string {
  if (utf8) return new TextDecoder('utf-8').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Archivers of Windows write Russian names in the console's code page.
    return new TextDecoder('ibm866').decode(bytes);
  }
}

/** Lists entries up to `limit + 1`: one more than allowed is enough to refuse. Throws ZipFormatError. */
export function readZipDirectory(bytes: Uint8Array, limit: number): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  try {
    const { start, count } = directoryOf(view);
    let at = start;
    for (let index = 0; index < count && index <= limit; index += 1) {
      if (view.getUint32(at, true) !== entrySignature) throw new ZipFormatError('broken central directory');
      const flags = view.getUint16(at + 8, true);
      const nameLength = view.getUint16(at + 28, true);
      entries.push({
        name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0),
        method: view.getUint16(at + 10, true),
        encrypted: (flags & 1) !== 0,
        packed: view.getUint32(at + 20, true),
        unpacked: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    throw error instanceof ZipFormatError ? error : new ZipFormatError('the directory points outside');
  }
  return entries;
}

/** The packed bytes of an entry. Throws ZipFormatError. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature)
    throw new ZipFormatError('no local header');
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > bytes.length) throw new ZipFormatError('an entry points outside');
  return bytes.subarray(start, start + entry.packed);
}
