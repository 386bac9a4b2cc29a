import { ascii85, asciiHex } from './pdf-filters.ts';
import { RefusedFile } from './refusal.ts';

export interface PdfStream {
  readonly dictionary: string;
  /** From its first byte to the end of the file: packed data know their own end, the word `endstream` may lie. */
  readonly rest: Uint8Array;
}

/** A name may spell any letter as `#` and its code. */
function spelled(dictionary: string): string {
  return dictionary.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Every place where a stream may begin, with the dictionary before it. */
export function* streamsOf(bytes: Uint8Array, text: string): Generator<PdfStream> {
  const marks = /\bobj\b|(?<!end)stream[^\r\n]{0,200}(?:\r\n|\n|\r)/g;
  let object = 0;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    if (found[0] === 'obj') {
      object = found.index;
      continue;
    }
    const start = found.index + found[0].length;
    yield { dictionary: spelled(text.slice(object, found.index)), rest: bytes.subarray(start) };
  }
}

/** Bytes up to the sign that ends an ASCII filter. */
function upTo(bytes: Uint8Array, sign: number): Uint8Array {
  const end = bytes.indexOf(sign);
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}

/** Takes an ASCII filter off; `spend` is told how many bytes that costs and refuses when it is too much. */
export function withoutAscii(stream: PdfStream, spend: (bytes: number) => void): Uint8Array {
  const { dictionary, rest } = stream;
  if (/\/Filter\s+\d+\s+\d+\s+R/.test(dictionary))
    throw new RefusedFile('unsupported', 'PDF, filter by reference');
  const base85 = /\/(ASCII85Decode|A85)\b/.test(dictionary);
  if (!base85 && !/\/(ASCIIHexDecode|AHx)\b/.test(dictionary)) return rest;
  const packed = upTo(rest, base85 ? 126 : 62);
  spend(packed.length);
  return base85 ? ascii85(packed) : asciiHex(packed);
}
