import { createHash } from 'node:crypto';

/** Dimensions of the double's embeddings. */
const embeddingDimensions = 64;

/** A unit vector from the hashes of the words: equal texts are equal, texts that share words are near. */
export function hashEmbedding(text: string): number[] {
  const vector = new Array<number>(embeddingDimensions).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['']) {
    const digest = createHash('sha256').update(word).digest();
    for (let at = 0; at < 8; at += 1) {
      const index = digest.readUInt8(at) % embeddingDimensions;
      vector[index] = (vector[index] ?? 0) + (digest.readUInt8(at + 8) < 128 ? 1 : -1);
    }
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
