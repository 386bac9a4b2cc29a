import type { Strategy } from '../strategies/strategy.ts';
import { scoreLevel, scoreSessions } from './bm25.rules.ts';
import { type DenseChannel, fused } from './dense.rules.ts';
import { liftFromDerived } from './drill-down.rules.ts';
import { type Contribution, explainedScore } from './explanation.ts';
import { neighbourScores } from './neighbours.rules.ts';
import type { AnalyzedQuery } from './query.rules.ts';
import { type AdditiveStage, createMultipliers, highest, type Multipliers, summed } from './score-board.ts';
import type { MemoryKind, MemoryLevel } from './space-document.ts';
import { levelOf } from './space-index.ts';
import type { SpaceIndex, SpaceView } from './space-view.ts';
import { topSlots } from './top-slots.ts';

export interface RecallResult {
  readonly id: string;
  readonly level: MemoryLevel;
  readonly kind: MemoryKind;
  readonly score: number;
  /** Neutral stages left out; {@link explainedScore} of it is the score. */
  readonly explain: readonly Contribution[];
}

/** How long each step took, in milliseconds. */
export interface StageTiming {
  readonly stage: 'lexical' | 'context' | 'dense' | 'drill_down' | 'boosts' | 'select';
  readonly milliseconds: number;
}

export interface Recall {
  readonly results: readonly RecallResult[];
  readonly timings: readonly StageTiming[];
}

/** A learned re-ranker's place: what to add to each candidate's score, in their order. */
export type RerankHook = (query: AnalyzedQuery, candidates: readonly RecallResult[]) => readonly number[];

export interface RetrieveOptions {
  readonly limit: number;
  /** The moment of asking, milliseconds since 1970. */
  readonly at: number;
  /** A monotonic clock in milliseconds. */
  readonly now: () => number;
  /** Levels results may come from; turns and notes only when left out. */
  readonly levels?: readonly MemoryLevel[];
  readonly latent?: DenseChannel;
  readonly embedding?: DenseChannel;
  readonly rerank?: RerankHook;
}

/** More candidates than asked for, since some turn out to be duplicates and a re-ranker needs a choice. */
const POOL_EXTRA = 40;

const DERIVED: readonly MemoryLevel[] = [1, 2, 3];

function contextStages(
  view: SpaceView,
  query: AnalyzedQuery,
  strategy: Strategy,
  lexical: Float64Array,
): AdditiveStage[] {
  const stages: AdditiveStage[] = [];
  if (strategy.neighbours !== null) {
    stages.push({
      stage: 'neighbours',
      scores: neighbourScores(lexical, view.previous, view.next, strategy.neighbours),
    });
  }
  if (strategy.sessionWeight > 0) {
    const sessions = scoreSessions(view, query.terms, strategy.bm25);
    const { live, session } = view.columns;
    const scores = new Float64Array(view.columns.count);
    for (let slot = 0; slot < scores.length; slot += 1) {
      const owner = session[slot] ?? -1;
      if (owner >= 0 && live[slot] === 1) scores[slot] = strategy.sessionWeight * (sessions[owner] ?? 0);
    }
    stages.push({ stage: 'session', scores });
  }
  return stages;
}

function denseStages(
  view: SpaceView,
  strategy: Strategy,
  options: RetrieveOptions,
  scale: number,
): AdditiveStage[] {
  const stages: AdditiveStage[] = [];
  const { latent, embedding } = options;
  // Where no word matches, the dense channels alone decide, at a scale of their own.
  const unit = scale > 0 ? scale : 1;
  if (latent !== undefined && strategy.latentWeight > 0) {
    stages.push({ stage: 'latent', scores: fused(latent(view), strategy.latentWeight, unit) });
  }
  if (embedding !== undefined && strategy.embeddingWeight > 0) {
    stages.push({ stage: 'embedding', scores: fused(embedding(view), strategy.embeddingWeight, unit) });
  }
  return stages;
}

function derivedScores(view: SpaceView, query: AnalyzedQuery, strategy: Strategy): Float64Array {
  const lanes = DERIVED.filter((level) => view.statistics(level).documents > 0);
  return summed(
    view.columns.count,
    lanes.map((level) => ({ stage: 'lexical', scores: scoreLevel(view, level, query.terms, strategy.bm25) })),
  );
}

function drillDownStage(
  view: SpaceView,
  strategy: Strategy,
  derived: Float64Array,
  base: Float64Array,
): AdditiveStage {
  const scale = highest(base) || 1;
  const scores = liftFromDerived(view, derived);
  for (let slot = 0; slot < scores.length; slot += 1) {
    const lifted = strategy.drillDown.introduces || (base[slot] ?? 0) > 0;
    scores[slot] = lifted ? (scores[slot] ?? 0) * strategy.drillDown.weight * scale : 0;
  }
  return { stage: 'drill_down', scores };
}

/** Derived memories stand among turns in proportion to the best of their own kind. */
function scaleDerived(derived: Float64Array, weight: number, scale: number): Float64Array {
  const best = highest(derived);
  return best === 0 ? derived : derived.map((score) => (score / best) * weight * scale);
}

/**
 * Searches a space by one strategy: every stage adds to or multiplies the score of every memory, nothing is filtered
 * out by age, importance or speaker. Deterministic for equal input. Results are best first, without duplicates of
 * the same words; each explains its score.
 */
export function retrieve(
  index: SpaceIndex,
  query: AnalyzedQuery,
  strategy: Strategy,
  options: RetrieveOptions,
): Recall {
  const timings: StageTiming[] = [];
  let last = options.now();
  const lap = (stage: StageTiming['stage']): void => {
    const current = options.now();
    timings.push({ stage, milliseconds: current - last });
    last = current;
  };
  const view = index.view();
  const lexical = scoreLevel(view, 0, query.terms, strategy.bm25);
  const stages: AdditiveStage[] = [{ stage: 'lexical', scores: lexical }];
  lap('lexical');
  stages.push(...contextStages(view, query, strategy, lexical));
  lap('context');
  stages.push(...denseStages(view, strategy, options, highest(summed(view.columns.count, stages))));
  lap('dense');
  const levels = new Set<number>(options.levels ?? [0]);
  const wantsDerived = DERIVED.some((level) => levels.has(level));
  if (wantsDerived || strategy.drillDown.weight > 0) {
    const derived = derivedScores(view, query, strategy);
    const base = summed(view.columns.count, stages);
    if (strategy.drillDown.weight > 0) stages.push(drillDownStage(view, strategy, derived, base));
    if (wantsDerived) {
      const own = scaleDerived(derived, strategy.derivedWeight, highest(base) || 1);
      for (let slot = 0; slot < own.length; slot += 1)
        lexical[slot] = (lexical[slot] ?? 0) + (own[slot] ?? 0);
    }
  }
  lap('drill_down');
  const total = summed(view.columns.count, stages);
  const multipliers = createMultipliers(view, query, strategy, options.at);
  multiply(view, total, levels, multipliers, options.limit + POOL_EXTRA);
  lap('boosts');
  const slots = withoutDuplicates(view, topSlots(total, options.limit + POOL_EXTRA));
  const candidates = slots.map((slot) => explained(view, slot, stages, multipliers.explain(slot)));
  const results = reranked(query, candidates, options.rerank).slice(0, options.limit);
  lap('select');
  return { results, timings };
}

/** Multiplies what can still come among the first `pool`; everything else becomes 0, which is cheaper than its dates. */
function multiply(
  view: SpaceView,
  total: Float64Array,
  levels: ReadonlySet<number>,
  multipliers: Multipliers,
  pool: number,
): void {
  const { live, level } = view.columns;
  for (let slot = 0; slot < total.length; slot += 1) {
    if (live[slot] !== 1 || !levels.has(level[slot] ?? 0)) total[slot] = 0;
  }
  const best = topSlots(total, pool);
  const last = best.length < pool ? 0 : (total[best.at(-1) ?? 0] ?? 0);
  const hopeless = (last * multipliers.lowest) / multipliers.highest;
  for (let slot = 0; slot < total.length; slot += 1) {
    const score = total[slot] ?? 0;
    if (score > 0) total[slot] = score < hopeless * (1 - 1e-9) ? 0 : score * multipliers.product(slot);
  }
}

/** Of memories with the same words on the same level, the best stays. */
function withoutDuplicates(view: SpaceView, slots: readonly number[]): number[] {
  const seen = new Set<string>();
  return slots.filter((slot) => {
    const signature = view.columns.signature[slot] ?? 0;
    if (signature === 0) return true;
    const key = `${view.columns.level[slot]}:${view.columns.speaker[slot]}:${signature}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function explained(
  view: SpaceView,
  slot: number,
  stages: readonly AdditiveStage[],
  multipliers: readonly Contribution[],
): RecallResult {
  const added = stages.map(
    ({ stage, scores }): Contribution => ({ stage, operation: 'add', value: scores[slot] ?? 0 }),
  );
  const explain = [
    ...added.filter(({ value }) => value !== 0),
    ...multipliers.filter(({ value }) => value !== 1),
  ];
  return {
    id: view.id(slot),
    level: levelOf(view.columns.level[slot] ?? 0),
    kind: view.kind(slot),
    score: explainedScore(explain),
    explain,
  };
}

function reranked(
  query: AnalyzedQuery,
  candidates: readonly RecallResult[],
  hook: RerankHook | undefined,
): readonly RecallResult[] {
  if (hook === undefined) return candidates;
  const additions = hook(query, candidates);
  return candidates
    .map((candidate, at) => {
      const value = additions[at] ?? 0;
      if (value === 0 || !Number.isFinite(value)) return candidate;
      const explain: readonly Contribution[] = [
        ...candidate.explain,
        { stage: 'rerank', operation: 'add', value },
      ];
      return { ...candidate, explain, score: explainedScore(explain) };
    })
    .sort((a, b) => b.score - a.score);
}
