import { fold } from './fold.rules.ts';

/** A 64-bit signature of a text and the four 16-bit bands it is looked up by. */
export interface Signature {
  /** 16 hex digits. */
  readonly hash: string;
  readonly bands: readonly [number, number, number, number];
}

/** Shorter texts («Спасибо, отличный квест!») are alike without anybody copying. */
const leastWords = 8;
/** Words in one shingle: single words keep small edits small, pairs keep the order. */
const shingleSizes = [1, 2];

const mask = 0xffff_ffff_ffff_ffffn;

function hashOf(text: string): bigint {
  let hash = 0xcbf2_9ce4_8422_2325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = ((hash ^ BigInt(text.charCodeAt(index))) * 0x100_0000_01b3n) & mask;
  }
  hash = ((hash ^ (hash >> 33n)) * 0xff51_afd7_ed55_8ccdn) & mask;
  return hash ^ (hash >> 33n);
}

function shinglesOf(words: readonly string[]): readonly string[] {
  return shingleSizes.flatMap((size) =>
    words.slice(0, words.length - size + 1).map((_word, index) => words.slice(index, index + size).join(' ')),
  );
}

/** Simhash over word shingles; undefined for texts too short to say anything. */
export function signatureOf(text: string): Signature | undefined {
  const words = fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < leastWords) return undefined;
  const weights = new Array<number>(64).fill(0);
  for (const shingle of shinglesOf(words)) {
    const hash = hashOf(shingle);
    weights.forEach((weight, bit) => {
      weights[bit] = weight + ((hash >> BigInt(bit)) & 1n ? 1 : -1);
    });
  }
  const value = weights.reduce((sum, weight, bit) => (weight > 0 ? sum | (1n << BigInt(bit)) : sum), 0n);
  const band = (index: number) => Number((value >> BigInt(16 * index)) & 0xffffn);
  return { hash: value.toString(16).padStart(16, '0'), bands: [band(0), band(1), band(2), band(3)] };
}
