const PERMUTATIONS = 32;
const BAND = 4;

function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

function permuted(value: number, permutation: number): number {
  let mixed = Math.imul(value ^ Math.imul(permutation + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The smallest hash of the words under each of 32 permutations: equal places estimate the Jaccard similarity. */
export function minHash(words: readonly string[]): Uint32Array {
  const signature = new Uint32Array(PERMUTATIONS).fill(0xffffffff);
  for (const word of words) {
    const value = hash(word);
    for (let at = 0; at < PERMUTATIONS; at += 1)
      signature[at] = Math.min(signature[at] ?? 0, permuted(value, at));
  }
  return signature;
}

export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  const union = a.size + b.size - shared;
  return union === 0 ? 0 : shared / union;
}

export interface SimilarPair {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/** In one bucket, each set is compared with this many before it: a thousand equal sets need no million pairs. */
const BUCKET_REACH = 8;

/** Pairs of sets (by index, a < b) that share a band of four places and are at least `threshold` alike. Linear-ish. */
export function similarPairs(sets: readonly ReadonlySet<string>[], threshold: number): SimilarPair[] {
  const buckets = new Map<string, number[]>();
  for (const [at, set] of sets.entries()) {
    if (set.size === 0) continue;
    const signature = minHash([...set]);
    for (let start = 0; start < PERMUTATIONS; start += BAND) {
      const key = `${start}:${signature.subarray(start, start + BAND).join(',')}`;
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [at]);
      else bucket.push(at);
    }
  }
  const pairs = new Map<string, SimilarPair>();
  for (const bucket of buckets.values()) {
    for (const [place, b] of bucket.entries()) {
      for (const a of bucket.slice(Math.max(0, place - BUCKET_REACH), place)) {
        const key = `${a}:${b}`;
        if (pairs.has(key)) continue;
        const similarity = jaccard(sets[a] ?? new Set(), sets[b] ?? new Set());
        if (similarity >= threshold) pairs.set(key, { a, b, similarity });
      }
    }
  }
  return [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}
