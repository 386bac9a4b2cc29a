import type { Position } from '#base/geometry';
import { defineRef, type Ref } from '#base/ref';
import type { Reader, Tx } from '#platform/server/database';

/** How much a person liked a thing: a star rating, or what their behaviour says. */
export interface Interaction {
  readonly collection: string;
  readonly userId: string;
  readonly itemId: string;
  /** 0..1; the strongest of a person and item counts. */
  readonly weight: number;
  readonly at: Date;
}

/** What a thing is, for blending and for people nobody knows yet. */
export interface RecommendableItem {
  readonly id: string;
  readonly city: string | null;
  readonly category: string | null;
  readonly position: Position | null;
  readonly publishedAt: Date;
  readonly ratingSum: number;
  readonly ratingCount: number;
  /** Decayed popularity, ≥ 0. */
  readonly popularity: number;
  /** False takes it out of every answer. */
  readonly available: boolean;
}

export interface RecommendationQuery {
  readonly collection: string;
  readonly userId: string | null;
  readonly limit: number;
  readonly near?: Position;
  readonly city?: string;
  /** Never these (already played). What the person interacted with is left out anyway. */
  readonly exclude?: readonly string[];
}

export type RecommendationReason =
  | { readonly kind: 'similar_to'; readonly itemId: string }
  | { readonly kind: 'near'; readonly metres: number }
  | { readonly kind: 'popular_in_city' }
  | { readonly kind: 'category' }
  | { readonly kind: 'highly_rated' }
  | { readonly kind: 'new' };

export interface Recommendation {
  readonly itemId: string;
  readonly score: number;
  /** The strongest first; at least one. */
  readonly because: readonly RecommendationReason[];
}

/** What a person may like next. Models are rebuilt nightly; new items and interactions count at once in the blend. */
export interface Recommendations {
  record(tx: Tx, interaction: Interaction): Promise<void>;
  put(tx: Tx, collection: string, item: RecommendableItem): Promise<void>;
  remove(tx: Tx, collection: string, itemIds: readonly string[]): Promise<void>;
  recommend(reader: Reader, query: RecommendationQuery): Promise<readonly Recommendation[]>;
  /** Items that go with this one. */
  similar(
    reader: Reader,
    collection: string,
    itemId: string,
    limit: number,
  ): Promise<readonly Recommendation[]>;
}

/** Declare it in `uses`: `{ recommendations: recommendationsRef }`. */
export const recommendationsRef: Ref<Recommendations> = defineRef<Recommendations>('recommendations');
