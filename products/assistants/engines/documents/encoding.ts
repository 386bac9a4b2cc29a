import { RefusedFile } from './refusal.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

const frequent = new Set('оеаинтсрвлкмдпу');
const legacy = ['windows-1251', 'koi8-r', 'ibm866'] as const;

/** How much a text looks like Russian: frequent small letters, few odd signs, no capitals inside words. */
function likeness(text: string): number {
  let score = 0;
  let before = '';
  for (const letter of text.slice(0, 20_000)) {
    if (frequent.has(letter)) score += 2;
    else if (/[а-яё]/.test(letter)) score += 1;
    else if (/[А-ЯЁ]/.test(letter)) score += /[а-яё]/.test(before) ? -3 : 0;
    else if (letter > '\u007f') score -= 2;
    before = letter;
  }
  return score;
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function isBinary(text: string): boolean {
  const sample = text.length > 400_000 ? text.slice(0, 200_000) + text.slice(-200_000) : text;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code === 0) return true;
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27) odd += 1;
    if (code === 0xfffd) odd += 1;
  }
  return odd > sample.length / 100;
}

/** Text by its byte order mark, as UTF-8, or as the Russian legacy encoding that reads best; refuses binary data. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byMark(bytes);
  const done = marked ? { text: new TextDecoder(marked).decode(bytes), encoding: marked } : unmarked(bytes);
  if (isBinary(done.text)) throw new RefusedFile('binary');
  return done;
}

function unmarked(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    if (bytes.includes(0)) throw new RefusedFile('binary');
    const best = legacy
      .map((encoding) => ({
        encoding,
        score: likeness(new TextDecoder(encoding).decode(bytes.subarray(0, 20_000))),
      }))
      .reduce((a, b) => (b.score > a.score ? b : a));
    if (best.score <= 0) throw new RefusedFile('binary');
    return { text: new TextDecoder(best.encoding).decode(bytes), encoding: best.encoding };
  }
}
