import type { Strategy, StrategyId } from './strategy.ts';

const FACTORS = { recency: 0.02, halfLifeDays: 30, importance: 0.02, access: 0.02 };

const CONTEXTUAL: Strategy = {
  id: 'contextual',
  description: 'Words in their surroundings: neighbouring turns, the whole session and who is speaking.',
  bm25: { k1: 0.9, b: 0.4 },
  neighbours: { fromPrevious: [0.6, 0.3, 0.2], fromNext: [0.3, 0.2, 0.1] },
  sessionWeight: 0.2,
  participantBoost: 0.35,
  dateBoost: 0.15,
  timeMentionBoost: 0,
  latentWeight: 0.2,
  embeddingWeight: 0.3,
  // Measured: lifting the sources of derived hits costs turn recall where the words themselves are searched.
  drillDown: { weight: 0, introduces: false },
  factors: FACTORS,
  derivedWeight: 0.8,
};

/** Every strategy by its name; the numbers of `contextual` are measured, the others shift its weights. */
export const STRATEGIES: Readonly<Record<StrategyId, Strategy>> = {
  contextual: CONTEXTUAL,
  lexical: {
    ...CONTEXTUAL,
    id: 'lexical',
    description: 'Exact words only: names, codes, quotations.',
    neighbours: null,
    sessionWeight: 0,
    participantBoost: 0,
    dateBoost: 0,
    latentWeight: 0,
    embeddingWeight: 0,
    drillDown: { weight: 0, introduces: false },
    factors: { ...FACTORS, recency: 0, importance: 0, access: 0 },
  },
  temporal: {
    ...CONTEXTUAL,
    id: 'temporal',
    description: 'When things happened: days the question names weigh most.',
    dateBoost: 0.8,
    timeMentionBoost: 0.2,
  },
  people: {
    ...CONTEXTUAL,
    id: 'people',
    description: 'Who said or did it: the turns of the person the question names.',
    participantBoost: 0.6,
    drillDown: { weight: 0.05, introduces: false },
  },
  thematic: {
    ...CONTEXTUAL,
    id: 'thematic',
    description: 'The broad picture: starts from themes and topics and opens what they were made from.',
    sessionWeight: 0.3,
    drillDown: { weight: 0.4, introduces: true },
    derivedWeight: 1.1,
  },
  semantic: {
    ...CONTEXTUAL,
    id: 'semantic',
    description: 'Meaning before words: embeddings lead.',
    embeddingWeight: 1,
    latentWeight: 0.3,
  },
};

export const STRATEGY_IDS: readonly StrategyId[] = [
  'contextual',
  'lexical',
  'temporal',
  'people',
  'thematic',
  'semantic',
];
