export interface Pair {
  readonly left: number;
  readonly right: number;
  readonly similarity: number;
}

/** Words that stand in more sets than this start no comparison: they would compare everything with everything. */
const commonest = 400;
const pairsLimit = 20_000;

/**
 * Pairs of sets whose Jaccard similarity is at least `threshold`. Only the rarest words of each set are
 * indexed (prefix filter): two sets that similar must share one of them.
 */
export function similarPairs(sets: readonly ReadonlySet<string>[], threshold: number): readonly Pair[] {
  const frequency = new Map<string, number>();
  for (const set of sets) for (const word of set) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const rarer = (a: string, b: string): number =>
    (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1);
  const index = new Map<string, number[]>();
  const pairs: Pair[] = [];
  sets.forEach((set, right) => {
    if (set.size < 2) return;
    const prefix = [...set].sort(rarer).slice(0, set.size - Math.ceil(set.size * threshold) + 1);
    const seen = new Set<number>();
    for (const word of prefix) {
      const listed = index.get(word) ?? [];
      for (const left of listed) {
        const other = sets[left];
        if (seen.has(left) || !other || pairs.length >= pairsLimit) continue;
        seen.add(left);
        if (Math.min(other.size, set.size) < threshold * Math.max(other.size, set.size)) continue;
        let common = 0;
        for (const one of set) if (other.has(one)) common += 1;
        const similarity = common / (set.size + other.size - common);
        if (similarity >= threshold)
          pairs.push({ left, right, similarity: Math.round(similarity * 1000) / 1000 });
      }
      if (listed.length < commonest) listed.push(right);
      index.set(word, listed);
    }
  });
  return pairs.sort((a, b) => a.left - b.left || a.right - b.right);
}
