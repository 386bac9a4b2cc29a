import type { SpaceView } from './space-view.ts';

/** A channel of meaning: how near each turn is to the query, by slot, cosine in -1..1 (0 where unknown). */
export type DenseChannel = (view: SpaceView) => Float64Array;

/** Cosine of the query's embedding with every live turn's; empty where dimensions differ. */
export function embeddingChannel(query: Float32Array): DenseChannel {
  const length = Math.hypot(...query);
  return (view) => {
    const similarities = new Float64Array(view.columns.count);
    if (length === 0 || !view.hasVectors) return similarities;
    const { live, level } = view.columns;
    for (let slot = 0; slot < similarities.length; slot += 1) {
      if (live[slot] !== 1 || level[slot] !== 0) continue;
      const vector = view.vector(slot);
      if (vector === null || vector.length !== query.length) continue;
      let dot = 0;
      for (let at = 0; at < vector.length; at += 1) dot += (vector[at] ?? 0) * (query[at] ?? 0);
      similarities[slot] = dot / length;
    }
    return similarities;
  };
}

/**
 * Brings similarities to the scale of the lexical scores: the nearest turn receives `weight` times `scale`, turns no
 * nearer than the mean receive nothing. A channel that sees no difference adds nothing.
 */
export function fused(similarities: Float64Array, weight: number, scale: number): Float64Array {
  const shares = new Float64Array(similarities.length);
  let best = 0;
  let sum = 0;
  let known = 0;
  for (let slot = 0; slot < similarities.length; slot += 1) {
    const similarity = similarities[slot] ?? 0;
    if (similarity === 0) continue;
    best = Math.max(best, similarity);
    sum += similarity;
    known += 1;
  }
  const mean = known === 0 ? 0 : Math.max(0, sum / known);
  if (best - mean < 1e-9)
    return known === 1 && best > 0
      ? shares.map((_, slot) => ((similarities[slot] ?? 0) > 0 ? weight * scale : 0))
      : shares;
  for (let slot = 0; slot < shares.length; slot += 1) {
    const share = ((similarities[slot] ?? 0) - mean) / (best - mean);
    if (share > 0) shares[slot] = weight * scale * share;
  }
  return shares;
}
