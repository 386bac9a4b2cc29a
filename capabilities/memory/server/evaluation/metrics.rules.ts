import type { Category } from './locomo.ts';

export const CUTOFFS = [5, 10, 25, 50] as const;
export type Cutoff = (typeof CUTOFFS)[number];

/** One answered question: what was wanted and what came, best first. */
export interface Ranking {
  readonly category: Category;
  readonly evidence: readonly string[];
  readonly ranked: readonly string[];
}

export interface Scores {
  /** Questions with at least one resolvable piece of evidence; the others are not counted. */
  readonly questions: number;
  /** Mean share (0..1) of a question's evidence among the first k. */
  readonly recall: Readonly<Record<Cutoff, number>>;
  /** Share of questions whose evidence is complete among the first ten. */
  readonly allEvidenceAt10: number;
  /** Mean of 1 / rank of the first piece of evidence; 0 where none came. */
  readonly meanReciprocalRank: number;
}

export function recallAt(ranked: readonly string[], evidence: readonly string[], k: number): number {
  const head = new Set(ranked.slice(0, k));
  const wanted = [...new Set(evidence)];
  return wanted.length === 0 ? 0 : wanted.filter((id) => head.has(id)).length / wanted.length;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Averages over questions (macro), skipping those without evidence. All zero for no questions. */
export function scoresOf(rankings: readonly Ranking[]): Scores {
  const counted = rankings.filter(({ evidence }) => evidence.length > 0);
  const at = (k: number): number =>
    mean(counted.map(({ ranked, evidence }) => recallAt(ranked, evidence, k)));
  const firsts = counted.map(({ ranked, evidence }) => ranked.findIndex((id) => evidence.includes(id)));
  return {
    questions: counted.length,
    recall: { 5: at(5), 10: at(10), 25: at(25), 50: at(50) },
    allEvidenceAt10: mean(
      counted.map(({ ranked, evidence }) => (recallAt(ranked, evidence, 10) === 1 ? 1 : 0)),
    ),
    meanReciprocalRank: mean(firsts.map((first) => (first < 0 ? 0 : 1 / (first + 1)))),
  };
}

export interface EvaluationReport {
  /** Every category. */
  readonly all: Scores;
  /** Without the adversarial questions, which name the wrong person on purpose. */
  readonly answerable: Scores;
  readonly byCategory: ReadonlyMap<Category, Scores>;
}

export function reportOf(rankings: readonly Ranking[]): EvaluationReport {
  const categories = [...new Set(rankings.map(({ category }) => category))].sort();
  return {
    all: scoresOf(rankings),
    answerable: scoresOf(rankings.filter(({ category }) => category !== 'adversarial')),
    byCategory: new Map(
      categories.map((wanted) => [wanted, scoresOf(rankings.filter(({ category }) => category === wanted))]),
    ),
  };
}

/** The smallest value that at least `percent` (0..100) of the values do not exceed; NaN for no values. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.ceil((Math.min(100, Math.max(0, percent)) / 100) * sorted.length);
  return sorted[Math.max(0, rank - 1)] ?? Number.NaN;
}
