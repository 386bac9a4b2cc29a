/** A module as a file: its text with LF, and what must come back when it is saved. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly mark: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

export const emptySource: SourceFile = { name: 'Module.bsl', text: '', mark: false, lineEnd: '\n' };

export function sourceOf(name: string, content: string): SourceFile {
  const mark = content.startsWith('\uFEFF');
  const body = mark ? content.slice(1) : content;
  return {
    name,
    text: body.replace(/\r\n?/g, '\n'),
    mark,
    lineEnd: body.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** The content of the file: with the mark and the line ends it came with. */
export const contentOf = ({ text, mark, lineEnd }: SourceFile): string =>
  `${mark ? '\uFEFF' : ''}${lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd)}`;

/** Text of a module's bytes: UTF-8, UTF-16 with a mark, else Windows-1251; null for what is no text. */
export function decodeSource(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!wide && bytes.includes(0)) return null;
  for (const encoding of wide ? [first === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'windows-1251']) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  return null;
}
