import { boundedInflate } from '#products/assistants/engines/zip';
import { latin } from './latin.ts';
import type { DocumentLimits } from './limits.ts';
import { streamsOf, withoutAscii } from './pdf-streams.ts';
import { RefusedFile } from './refusal.ts';

function zlibStart(bytes: Uint8Array | undefined): boolean {
  const [method = 0, flags = 0] = bytes ?? [];
  return (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0;
}

/** LZW and run lengths can grow about as deflate does and are not measured here: only small streams pass. */
const unmeasuredLimit = 64 * 1024;
const nestedFrom = 64 * 1024;

function checkUnmeasured(dictionary: string): void {
  if (!/\/(LZWDecode|LZW|RunLengthDecode|RL)\b/.test(dictionary)) return;
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.POSITIVE_INFINITY);
  if (length > unmeasuredLimit) throw new RefusedFile('unsupported', 'PDF, LZW');
}

/**
 * Unpacks every compressed stream of a PDF under limits before the file is given to a reader that has none.
 * Refuses encryption too: the streams of an encrypted file cannot be measured.
 */
export function checkPdf(bytes: Uint8Array, limits: DocumentLimits): void {
  const text = latin(bytes);
  if (/\/Encrypt\b/.test(text)) throw new RefusedFile('encrypted');
  let left = limits.pdfStreamBytes;
  let leftForImages = limits.pdfImageBytes;
  let leftForAscii = bytes.length * 2;
  const spend = (size: number): void => {
    leftForAscii -= size;
    if (leftForAscii < 0) throw new RefusedFile('suspicious_ratio', 'PDF, ASCII filters');
  };
  for (const stream of streamsOf(bytes, text)) {
    checkUnmeasured(stream.dictionary);
    const packed = withoutAscii(stream, spend);
    if (!zlibStart(packed)) continue;
    const image = /\/Subtype\s*\/Image\b/.test(stream.dictionary) && /\/Width\b/.test(stream.dictionary);
    const limit = image ? leftForImages : left;
    const done = boundedInflate(packed, limit, 'zlib');
    if (done.outcome === 'too_large') throw new RefusedFile('suspicious_ratio', `PDF, over ${limit} bytes`);
    if (image) leftForImages -= done.size;
    else left -= done.size;
    if (done.size > nestedFrom && !image && zlibStart(done.parts[0]))
      throw new RefusedFile('suspicious_ratio', 'PDF, compressed twice');
  }
}
