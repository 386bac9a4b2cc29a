import type { PassageKey, Ranked } from './rank.read.ts';

/** Ranks below this say nearly the same: the usual constant of reciprocal rank fusion. */
const smoothing = 60;

const textOf = ({ documentId, no }: PassageKey): string => `${documentId} ${no}`;

/** Joins rankings by reciprocal rank; one ranking alone keeps its own scores. Best first, equal ones by place. */
export function fuse(rankings: readonly (readonly Ranked[])[], limit: number): readonly Ranked[] {
  const filled = rankings.filter((ranking) => ranking.length > 0);
  if (filled.length < 2) return (filled[0] ?? []).slice(0, limit);
  const scores = new Map<string, Ranked>();
  for (const ranking of filled)
    ranking.forEach((one, rank) => {
      const key = textOf(one);
      const score = (scores.get(key)?.score ?? 0) + 1 / (smoothing + rank + 1);
      scores.set(key, { documentId: one.documentId, no: one.no, score });
    });
  return [...scores.values()]
    .sort((a, b) => b.score - a.score || (textOf(a) < textOf(b) ? -1 : 1))
    .slice(0, limit);
}
