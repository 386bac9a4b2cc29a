import { boundedInflate, joined } from './bounded-inflate.ts';
import { crc32 } from './crc32.ts';
import { readDirectory, type ZipEntry } from './directory.ts';
import { ZipFault } from './fault.ts';

/** What an archive may cost. */
export interface ZipLimits {
  readonly entries: number;
  /** Unpacked bytes per packed byte of one entry, looked at once it is larger than `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  /** The bytes of an entry as they lie in the archive. */
  packed(entry: ZipEntry): Uint8Array;
  /**
   * An entry unpacked, at most `most` bytes of it.
   * @throws ZipFault `too_big`, `suspicious_ratio`, `unsupported_method`, `broken_entry`.
   */
  read(entry: ZipEntry, most: number): Uint8Array;
}

/** Opens an archive; nothing is unpacked before it is read. @throws ZipFault. */
export function openZip(
  bytes: Uint8Array,
  { entries: mostEntries, ratio, ratioFrom }: ZipLimits,
): ZipArchive {
  const entries = readDirectory(bytes, mostEntries);
  const packed = ({ start, packed: length }: ZipEntry): Uint8Array => bytes.subarray(start, start + length);

  function inflated(entry: ZipEntry, most: number): Uint8Array {
    const byRatio = Math.max(ratioFrom, entry.packed * ratio);
    const { outcome, parts, size } = boundedInflate(packed(entry), Math.min(most, byRatio), 'raw');
    if (outcome === 'broken') throw new ZipFault('broken_entry', entry.name);
    if (outcome === 'too_large')
      throw new ZipFault(byRatio < most ? 'suspicious_ratio' : 'too_big', entry.name);
    return joined(parts, size);
  }

  return {
    entries,
    packed,
    read(entry, most) {
      const { name, method } = entry;
      if (method !== 0 && method !== 8) throw new ZipFault('unsupported_method', name);
      if (method === 0 && entry.packed > most) throw new ZipFault('too_big', name);
      const whole = method === 0 ? packed(entry) : inflated(entry, most);
      if (whole.length !== entry.unpacked || crc32(whole) !== entry.crc)
        throw new ZipFault('broken_entry', name);
      return whole;
    },
  };
}
