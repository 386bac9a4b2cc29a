import { type Static, Type } from 'typebox';

/** Settings of recommendations. */
export const RecommendationsConfig = Type.Object({
  RECOMMENDATIONS_EASE_LAMBDA: Type.Number({
    default: 300,
    minimum: 0.01,
    maximum: 1_000_000,
    description: 'Regularisation of EASE: more for sparse collections, less for dense ones.',
  }),
  RECOMMENDATIONS_EASE_MAX_ITEMS: Type.Integer({
    default: 5_000,
    minimum: 0,
    maximum: 8_000,
    description:
      'Items that EASE takes, those with the most interactions first; 0 switches it off. Time grows by the cube.',
  }),
  RECOMMENDATIONS_SHRINKAGE: Type.Number({
    default: 10,
    minimum: 0,
    maximum: 10_000,
    description: 'How many people in common it takes to trust half of a similarity of two items.',
  }),
});

export type RecommendationsConfig = Static<typeof RecommendationsConfig>;
