import { createHash } from 'node:crypto';
import { splitSentences } from '#platform/server/language';

/** Shorter sentences ("That is great to hear.") are said by everybody and tell nothing about where they came from. */
const significant = 24;
const maxSentences = 200;
/** Of a text with citation marks, this share must be recalled text; of any other, all of it. */
const citedShare = 0.6;
const marks = /\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]/gu;

interface Piece {
  readonly hash: string;
  readonly length: number;
}

function normalized(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(marks, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function piece(text: string): Piece | undefined {
  const plain = normalized(text);
  if (plain.length < significant) return undefined;
  return { hash: createHash('sha256').update(plain).digest('base64url'), length: plain.length };
}

/** Answers quote: "Anna said: …", lists, dashes. What stands between such signs is looked at by itself. */
const seams = /[:;\n«»"“”]| [–—-] /u;

function pieces(text: string): Piece[] {
  const parts = splitSentences(text)
    .slice(0, maxSentences)
    .flatMap((sentence) => sentence.text.split(seams));
  return parts.flatMap((part) => piece(part) ?? []);
}

/** Hashes by which a text is known again: as a whole, and by each sentence that says something. */
export function fingerprints(text: string): string[] {
  const whole = piece(text);
  const hashes = pieces(text).map(({ hash }) => hash);
  return [...new Set(whole === undefined ? hashes : [whole.hash, ...hashes])];
}

/**
 * Tells which of the known hashes a text repeats, when it only repeats recalled text; undefined when it says something
 * of its own.
 */
export function recalledHash(text: string, known: ReadonlySet<string>): string | undefined {
  const whole = piece(text);
  if (whole === undefined) return undefined;
  if (known.has(whole.hash)) return whole.hash;
  const sentences = pieces(text);
  const total = sentences.reduce((sum, { length }) => sum + length, 0);
  const repeated = sentences.filter(({ hash }) => known.has(hash));
  const share = repeated.reduce((sum, { length }) => sum + length, 0) / Math.max(total, 1);
  const cites = text.search(marks) >= 0;
  return share >= (cites ? citedShare : 1) ? repeated[0]?.hash : undefined;
}
