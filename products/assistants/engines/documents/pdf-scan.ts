import { boundedInflate, joined } from './bounded-inflate.ts';
import { latin } from './byte-order.ts';
import type { DocumentLimits } from './limits.ts';
import { ascii85, asciiHex } from './pdf-filters.ts';
import { RefusedFile } from './refusal.ts';

const zlibStart = (bytes: Uint8Array): boolean =>
  ((bytes[0] ?? 0) & 0x0f) === 8 &&
  (bytes[0] ?? 0) >> 4 <= 7 &&
  (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;

/** LZW can grow about as deflate does, and is not decoded here: only small streams of it are let through. */
const lzwLimit = 64 * 1024;

interface PdfStream {
  readonly dictionary: string;
  readonly bytes: Uint8Array;
}

function* streamsOf(bytes: Uint8Array, text: string): Generator<PdfStream> {
  const opening = /stream(?:\r\n|\n|\r)/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    if (text.slice(found.index - 3, found.index) === 'end') continue;
    const start = found.index + found[0].length;
    const closing = text.indexOf('endstream', start);
    const end = closing < 0 ? text.length : closing;
    const before = text.slice(Math.max(0, found.index - 4096), found.index);
    yield { dictionary: before.slice(before.lastIndexOf(' obj') + 1), bytes: bytes.subarray(start, end) };
    opening.lastIndex = end;
  }
}

function undone(stream: PdfStream): Uint8Array {
  const { dictionary, bytes } = stream;
  if (/\/(ASCII85Decode|A85)\b/.test(dictionary)) return ascii85(bytes);
  if (/\/(ASCIIHexDecode|AHx)\b/.test(dictionary)) return asciiHex(bytes);
  return bytes;
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
  for (const stream of streamsOf(bytes, text)) {
    const image = /\/Subtype\s*\/Image\b/.test(stream.dictionary) && /\/Width\b/.test(stream.dictionary);
    if (/\/(LZWDecode|LZW)\b/.test(stream.dictionary) && !image && stream.bytes.length > lzwLimit)
      throw new RefusedFile('unsupported', 'PDF LZW');
    const packed = undone(stream);
    if (!zlibStart(packed)) continue;
    const limit = image ? leftForImages : left;
    const done = boundedInflate(packed, limit, 'zlib');
    if (done.outcome === 'too_large') throw new RefusedFile('suspicious_ratio', `PDF, over ${limit} bytes`);
    if (image) leftForImages -= done.size;
    else left -= done.size;
    if (
      done.size > lzwLimit &&
      !image &&
      zlibStart(joined(done.parts.slice(0, 1), done.parts[0]?.length ?? 0))
    )
      throw new RefusedFile('suspicious_ratio', 'PDF, compressed twice');
  }
}
