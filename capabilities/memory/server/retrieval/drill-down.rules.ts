import type { SpaceView } from './space-view.ts';

/** Derived hits that may lift their sources, and turns one hit may lift. */
const MAX_HITS = 20;
const MAX_LIFTED = 200;
/** Hits on the lower derived levels speak of fewer turns, so each of those is more probably meant. */
const LEVEL_SHARE = [0, 1, 1, 0.6] as const;

interface Hit {
  readonly slot: number;
  readonly share: number;
}

function bestHits(view: SpaceView, scores: Float64Array): Hit[] {
  const { level } = view.columns;
  const best = [0, 0, 0, 0];
  const hits: Hit[] = [];
  for (let slot = 0; slot < scores.length; slot += 1) {
    const score = scores[slot] ?? 0;
    if (score <= 0) continue;
    const lane = level[slot] ?? 0;
    best[lane] = Math.max(best[lane] ?? 0, score);
    hits.push({ slot, share: score });
  }
  return hits
    .map(({ slot, share }) => ({
      slot,
      share: (share / (best[level[slot] ?? 0] ?? 1)) * (LEVEL_SHARE[level[slot] ?? 0] ?? 0),
    }))
    .sort((a, b) => b.share - a.share || a.slot - b.slot)
    .slice(0, MAX_HITS);
}

/** Turns under a derived memory, level by level, at most {@link MAX_LIFTED}; broken links are skipped. */
function descendants(view: SpaceView, root: number): number[] {
  const turns: number[] = [];
  const seen = new Set([root]);
  let layer = [root];
  while (layer.length > 0 && turns.length < MAX_LIFTED) {
    const below: number[] = [];
    for (const id of layer.flatMap((slot) => view.sources(slot))) {
      const slot = view.slot(id);
      if (slot < 0 || seen.has(slot) || seen.size > MAX_LIFTED * 4) continue;
      seen.add(slot);
      if (view.columns.level[slot] === 0) turns.push(slot);
      else below.push(slot);
    }
    layer = below;
  }
  return turns.slice(0, MAX_LIFTED);
}

/**
 * How strongly derived hits recommend each turn, 0..1 by slot: the best of the hits above it, in proportion to the
 * best hit of that level, divided by the root of how many turns the hit stands for. `scores` are those of derived
 * memories, by slot.
 */
export function liftFromDerived(view: SpaceView, scores: Float64Array): Float64Array {
  const lift = new Float64Array(view.columns.count);
  for (const { slot, share } of bestHits(view, scores)) {
    const turns = descendants(view, slot);
    const value = share / Math.sqrt(Math.sqrt(Math.max(1, turns.length)));
    for (const turn of turns) lift[turn] = Math.max(lift[turn] ?? 0, value);
  }
  return lift;
}
