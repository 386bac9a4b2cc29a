import { readFile } from 'node:fs/promises';

/** More than any module written by people; a file beyond it is refused. */
const largestBytes = 50 * 1_024 * 1_024;

export type SourceText =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Reads a module's text: UTF-8 with or without a mark, UTF-16 with a mark, else Windows-1251, in which old modules are.
 * A byte order mark is no part of the text.
 */
export async function readSource(file: string): Promise<SourceText> {
  const bytes = await readFile(file);
  return decodeSource(bytes);
}

/** The same for bytes already read. */
export function decodeSource(bytes: Uint8Array): SourceText {
  if (bytes.length > largestBytes)
    return { kind: 'refused', reason: `larger than ${largestBytes / 1_024 / 1_024} MiB` };
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!isUtf16 && bytes.includes(0)) return { kind: 'refused', reason: 'a binary file, not a module’s text' };
  for (const encoding of isUtf16 ? [first === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'windows-1251']) {
    try {
      return {
        kind: 'text',
        text: new TextDecoder(encoding, { fatal: true }).decode(bytes),
        bytes: bytes.length,
      };
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  return { kind: 'refused', reason: 'the text is in no known encoding' };
}
