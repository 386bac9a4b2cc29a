import type { RecommendationReason } from '../index.ts';

/** A part of a score, with what a reason for it would need to know. */
export type Component =
  | { readonly kind: 'taste'; readonly value: number; readonly itemId: string }
  | { readonly kind: 'near'; readonly value: number; readonly metres: number }
  | { readonly kind: 'city'; readonly value: number }
  | { readonly kind: 'category'; readonly value: number; readonly affinity: number }
  | { readonly kind: 'rating'; readonly value: number; readonly stars: number; readonly count: number }
  | { readonly kind: 'fresh'; readonly value: number; readonly ageDays: number }
  /** `fame` is the popularity beside the most popular of the city; 0 without a city. */
  | { readonly kind: 'popular'; readonly value: number; readonly fame: number };

const mostReasons = 3;

/** The component as a reason, when it is true to say so; `strict` asks for more than just true. */
function reasonOf(component: Component, strict: boolean): RecommendationReason | undefined {
  if (component.value <= 0) return undefined;
  switch (component.kind) {
    case 'taste':
      return { kind: 'similar_to', itemId: component.itemId };
    case 'near':
      return strict && component.metres > 10_000
        ? undefined
        : { kind: 'near', metres: Math.round(component.metres) };
    case 'city':
      return undefined;
    case 'category':
      return strict && component.affinity < 0.2 ? undefined : { kind: 'category' };
    case 'rating':
      return component.count >= 3 && component.stars >= (strict ? 4.2 : 4)
        ? { kind: 'highly_rated' }
        : undefined;
    case 'fresh':
      return component.ageDays <= 30 ? { kind: 'new' } : undefined;
    case 'popular':
      return component.fame >= (strict ? 0.5 : 0.2) ? { kind: 'popular_in_city' } : undefined;
    default:
      return component satisfies never;
  }
}

/**
 * Why an item is recommended: the components that gave it its score and that it is fair to name, the strongest first.
 * When none is, the least remote of what is left: every item has a day on which it was new.
 */
export function reasonsOf(components: readonly Component[]): readonly RecommendationReason[] {
  const strongestFirst = components.toSorted((left, right) => right.value - left.value);
  for (const strict of [true, false]) {
    const reasons = strongestFirst.flatMap((component) => reasonOf(component, strict) ?? []);
    if (reasons.length > 0) return reasons.slice(0, mostReasons);
  }
  return [{ kind: 'new' }];
}
