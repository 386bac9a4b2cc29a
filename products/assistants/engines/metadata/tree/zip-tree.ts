import { Inflate } from 'fflate';
import type { LocalText } from '../model/kinds.ts';
import type { FileTree } from './file-tree.ts';
import { packedBytes, readZipDirectory, type ZipEntry, ZipFormatError } from './zip-directory.ts';

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all files together after unpacking, counted as they are unpacked. */
  readonly unpackedBytes: number;
  readonly fileBytes: number;
  /** Unpacked to packed size of one entry; small entries are not judged. */
  readonly ratio: number;
}

export const defaultZipLimits: ZipLimits = {
  entries: 300_000,
  unpackedBytes: 4 * 1024 ** 3,
  fileBytes: 64 * 1024 ** 2,
  ratio: 500,
};

export type ZipRefusalCode =
  | 'not_a_zip'
  | 'too_many_entries'
  | 'too_big'
  | 'suspicious_ratio'
  | 'unsafe_path'
  | 'encrypted'
  | 'unsupported_method'
  | 'duplicate_entry';

export interface ZipRefusal {
  readonly code: ZipRefusalCode;
  readonly entry: string;
  readonly message: LocalText;
}

export type ZipResult =
  | { readonly ok: true; readonly tree: FileTree }
  | { readonly ok: false; readonly refusal: ZipRefusal };

const texts: Readonly<Record<ZipRefusalCode, LocalText>> = {
  not_a_zip: { ru: 'Это не архив zip или он повреждён', en: 'Not a zip archive, or a damaged one' },
  too_many_entries: { ru: 'В архиве слишком много файлов', en: 'Too many files in the archive' },
  too_big: {
    ru: 'Распакованные файлы больше допустимого размера',
    en: 'The unpacked files are larger than allowed',
  },
  suspicious_ratio: { ru: 'Подозрительная степень сжатия', en: 'A suspicious compression ratio' },
  unsafe_path: { ru: 'Путь внутри архива выходит за его пределы', en: 'A path leads out of the archive' },
  encrypted: { ru: 'Архив зашифрован', en: 'The archive is encrypted' },
  unsupported_method: { ru: 'Неизвестный способ сжатия', en: 'Unknown compression method' },
  duplicate_entry: { ru: 'Файл встречается в архиве дважды', en: 'The same file is there twice' },
};

const refuse = (code: ZipRefusalCode, entry = ''): ZipResult => ({
  ok: false,
  refusal: { code, entry, message: texts[code] },
});

const judgedFrom = 64 * 1024;

function unsafe(path: string): boolean {
  return (
    path === '' ||
    path.startsWith('/') ||
    /^[a-z]:/iu.test(path) ||
    path.includes('\0') ||
    path.split('/').includes('..')
  );
}

function refusalOf(entry: ZipEntry, path: string, limits: ZipLimits): ZipRefusalCode | undefined {
  if (unsafe(path)) return 'unsafe_path';
  if (entry.encrypted) return 'encrypted';
  if (entry.method !== 0 && entry.method !== 8) return 'unsupported_method';
  if (entry.unpacked > limits.fileBytes) return 'too_big';
  if (entry.unpacked > judgedFrom && entry.unpacked > entry.packed * limits.ratio) return 'suspicious_ratio';
  return undefined;
}

/** Unpacks an entry piece by piece, so that a lie about its size costs no memory. */
function unpack(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return packed;
  const result = new Uint8Array(entry.unpacked);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > result.length) throw new ZipFormatError(texts.too_big.en);
    result.set(chunk, length);
    length += chunk.length;
  });
  const step = 16 * 1024;
  for (let at = 0; at < packed.length || at === 0; at += step)
    inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
  if (length !== result.length) throw new ZipFormatError('an entry is shorter than promised');
  return result;
}

/**
 * A zip archive as a tree; files are unpacked when read. Refuses by the directory (count, sizes, ratio,
 * paths); a file whose real size differs from the promised one fails when it is read. A common folder at
 * the top needs no stripping: the reader finds the configuration wherever it is.
 */
export function treeFromZip(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits): ZipResult {
  let entries: readonly ZipEntry[];
  try {
    entries = readZipDirectory(bytes, limits.entries);
  } catch {
    return refuse('not_a_zip');
  }
  if (entries.length > limits.entries) return refuse('too_many_entries');
  const files = new Map<string, ZipEntry>();
  let total = 0;
  for (const entry of entries) {
    const path = entry.name.replaceAll('\\', '/');
    const code = refusalOf(entry, path, limits);
    if (code !== undefined) return refuse(code, entry.name);
    if (path.endsWith('/')) continue;
    if (files.has(path)) return refuse('duplicate_entry', entry.name);
    total += entry.unpacked;
    if (total > limits.unpackedBytes) return refuse('too_big', entry.name);
    files.set(path, entry);
  }
  return {
    ok: true,
    tree: {
      paths: [...files.keys()],
      read(path) {
        const entry = files.get(path);
        if (entry === undefined) throw new Error(`No such file: ${path}`);
        return unpack(packedBytes(bytes, entry), entry);
      },
    },
  };
}
