import {
  openZip,
  type ZipArchive,
  type ZipEntry,
  ZipFault,
  type ZipFaultCode,
} from '#products/assistants/engines/zip';
import type { LocalText } from '../model/kinds.ts';
import type { FileTree } from './file-tree.ts';

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

export interface ZipRefusal {
  readonly code: ZipFaultCode;
  readonly entry: string;
  readonly message: LocalText;
}

export type ZipResult =
  | { readonly ok: true; readonly tree: FileTree }
  | { readonly ok: false; readonly refusal: ZipRefusal };

const texts: Readonly<Record<ZipFaultCode, LocalText>> = {
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
  broken_entry: { ru: 'Файл в архиве повреждён', en: 'A file of the archive is damaged' },
  duplicate_entry: { ru: 'Файл встречается в архиве дважды', en: 'The same file is there twice' },
};

const refuse = (code: ZipFaultCode, entry = ''): ZipResult => ({
  ok: false,
  refusal: { code, entry, message: texts[code] },
});

const judgedFrom = 64 * 1024;

/** What an entry promises beyond its limits. */
function refusalOf(entry: ZipEntry, limits: ZipLimits): ZipFaultCode | undefined {
  if (entry.method !== 0 && entry.method !== 8) return 'unsupported_method';
  if (entry.unpacked > limits.fileBytes) return 'too_big';
  if (entry.unpacked > judgedFrom && entry.unpacked > entry.packed * limits.ratio) return 'suspicious_ratio';
  return undefined;
}

/**
 * A zip archive as a tree; files are unpacked when read. Refuses by the directory (count, sizes, ratio,
 * paths); a file whose real size differs from the promised one fails when it is read. A common folder at
 * the top needs no stripping: the reader finds the configuration wherever it is.
 */
export function treeFromZip(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits): ZipResult {
  let archive: ZipArchive;
  try {
    archive = openZip(bytes, { ...limits, ratioFrom: judgedFrom });
  } catch (error) {
    return error instanceof ZipFault ? refuse(error.code, error.entry) : refuse('not_a_zip');
  }
  const files = new Map<string, ZipEntry>();
  let total = 0;
  for (const entry of archive.entries) {
    const code = refusalOf(entry, limits);
    if (code !== undefined) return refuse(code, entry.name);
    if (entry.name.endsWith('/')) continue;
    total += entry.unpacked;
    if (total > limits.unpackedBytes) return refuse('too_big', entry.name);
    files.set(entry.name, entry);
  }
  return {
    ok: true,
    tree: {
      paths: [...files.keys()],
      read(path) {
        const entry = files.get(path);
        if (entry === undefined) throw new Error(`No such file: ${path}`);
        // A lie about its size costs no more than it promised.
        return archive.read(entry, entry.unpacked);
      },
    },
  };
}
