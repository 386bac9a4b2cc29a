import type { Bilingual } from '#products/assistants/engines/documents';
import type { Measure, Requirement } from './requirement.ts';
import { rootsOf } from './roots.ts';
import { type Pair, similarPairs } from './similarity.ts';
import { tokensOf } from './words.ts';

export interface Duplicate {
  readonly ids: readonly [string, string];
  /** Share of common words, 0–1. */
  readonly similarity: number;
}

export interface Conflict {
  readonly ids: readonly [string, string];
  readonly kind: 'value' | 'obligation';
  readonly similarity: number;
  readonly message: Bilingual;
}

export interface Comparison {
  readonly duplicates: readonly Duplicate[];
  readonly conflicts: readonly Conflict[];
}

/** Two texts about one thing share at least this part of their words. */
const nearDuplicate = 0.8;
const sameTopic = 0.6;

function sameNumbers(a: Requirement, b: Requirement): boolean {
  const key = (one: Requirement): string =>
    one.measures
      .map((measure) => `${measure.value}${measure.unit}`)
      .sort()
      .join(' ');
  return key(a) === key(b);
}

function measured(measure: Measure, text: string): string {
  return text.slice(measure.start, measure.end);
}

/** Both can hold at once: a lower bound and an upper bound that leave room between them. */
function compatible(a: Measure, b: Measure): boolean {
  const [low, high] = a.comparison === 'at-least' ? [a, b] : [b, a];
  return low.comparison === 'at-least' && high.comparison === 'at-most' && low.value <= high.value;
}

/** The first pair of values of one unit that cannot both hold; units used twice in one sentence tell nothing. */
function clash(a: Requirement, b: Requirement): readonly [Measure, Measure] | undefined {
  const only = (one: Requirement, like: Measure): Measure | undefined => {
    const alike = one.measures.filter(
      (measure) => measure.unit === like.unit && measure.dimension === like.dimension,
    );
    return alike.length === 1 ? alike[0] : undefined;
  };
  for (const left of a.measures) {
    const right = only(b, left);
    if (right && only(a, left) && right.value !== left.value && !compatible(left, right))
      return [left, right];
  }
  return undefined;
}

const prohibits = (one: Requirement): boolean =>
  one.obligation === 'prohibited' &&
  !/не\s+долж\S+\s+(?:превышать|быть (?:менее|более|ниже|выше)|занимать|составлять|длиться)|(?:shall|must) not exceed/i.test(
    one.text,
  );

function conflictOf(pair: Pair, a: Requirement, b: Requirement): Conflict | undefined {
  const ids: readonly [string, string] = [a.id, b.id];
  if (
    prohibits(a) !== prohibits(b) &&
    pair.similarity >= 0.75 &&
    [a, b].every(
      (one) =>
        one.obligation === 'mandatory' || one.obligation === 'prohibited' || one.obligation === 'permitted',
    )
  )
    return {
      ids,
      kind: 'obligation',
      similarity: pair.similarity,
      message: {
        ru: 'Одно требование предписывает то, что другое запрещает.',
        en: 'One requirement demands what the other forbids.',
      },
    };
  const values = clash(a, b);
  if (!values) return undefined;
  const [left, right] = [measured(values[0], a.text), measured(values[1], b.text)];
  return {
    ids,
    kind: 'value',
    similarity: pair.similarity,
    message: {
      ru: `Об одном и том же разные значения: «${left}» и «${right}».`,
      en: `Different values for one thing: “${left}” and “${right}”.`,
    },
  };
}

/** Near duplicates, and requirements on one thing with different values or opposite duties. */
export function compareRequirements(requirements: readonly Requirement[]): Comparison {
  const units = new Set(
    requirements.flatMap((one) =>
      one.measures.filter((measure) => measure.dimension === 'count').map((measure) => measure.unit),
    ),
  );
  const sets = requirements.map(
    (one) => new Set(rootsOf(tokensOf(one.text)).filter((root) => !units.has(root))),
  );
  const duplicates: Duplicate[] = [];
  const conflicts: Conflict[] = [];
  for (const pair of similarPairs(sets, sameTopic)) {
    const [a, b] = [requirements[pair.left], requirements[pair.right]];
    if (!a || !b) continue;
    const conflict = conflictOf(pair, a, b);
    if (conflict) conflicts.push(conflict);
    else if (pair.similarity >= nearDuplicate && sameNumbers(a, b) && prohibits(a) === prohibits(b))
      duplicates.push({ ids: [a.id, b.id], similarity: pair.similarity });
  }
  return { duplicates, conflicts };
}
