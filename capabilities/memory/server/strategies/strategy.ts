/** How far a hit reaches: weights for the turns 1, 2, 3 … after it and before it. */
export interface NeighbourKernel {
  /** What a turn takes from the turns before it, nearest first: the answer follows the question. */
  readonly fromPrevious: readonly number[];
  /** What a turn takes from the turns after it, nearest first. */
  readonly fromNext: readonly number[];
}

export type StrategyId = 'lexical' | 'contextual' | 'temporal' | 'people' | 'thematic' | 'semantic';

/** A way of searching, as data: which stages take part and how much they weigh. */
export interface Strategy {
  readonly id: StrategyId;
  readonly description: string;
  readonly bm25: { readonly k1: number; readonly b: number };
  readonly neighbours: NeighbourKernel | null;
  /** Share of the whole session's BM25 that each of its turns receives. */
  readonly sessionWeight: number;
  /** Added to 1 and multiplied for turns of the one participant the query names. */
  readonly participantBoost: number;
  /** Added to 1 and multiplied for what lies in, or speaks of, the days the query names. */
  readonly dateBoost: number;
  /** Added to 1 and multiplied for what speaks of any day when the query asks for a time. */
  readonly timeMentionBoost: number;
  /** Dense channels at the scale of the best turn so far (weight 1: a perfect match equals it). */
  readonly latentWeight: number;
  readonly embeddingWeight: number;
  /** Lift that hits on derived memories give their sources, at the scale of the best turn. */
  readonly drillDown: { readonly weight: number; readonly introduces: boolean };
  /** Largest change each factor may make (0.1: ×0.9 … ×1.1); together never beyond ×0.7 … ×1.3. */
  readonly factors: {
    readonly recency: number;
    readonly halfLifeDays: number;
    readonly importance: number;
    readonly access: number;
  };
  /** Standing of derived memories among the results, at the scale of the best turn. */
  readonly derivedWeight: number;
}
