/**
 * The text of a module's bytes: UTF-8, UTF-16 with a mark, else Windows-1251, in which old modules are.
 * @throws Error for bytes that are no text.
 */
export function decodeModule(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const mark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!mark && bytes.includes(0)) throw new Error('a binary file, not the text of a module');
  const encodings = mark ? [first === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'windows-1251'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  throw new Error('the text is in no known encoding');
}
