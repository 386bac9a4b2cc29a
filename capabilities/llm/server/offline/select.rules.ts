import type { Candidate } from './candidates.rules.ts';
import type { QuestionType } from './question-type.rules.ts';
import type { Ranked } from './ranking.rules.ts';

/** A stretch of one passage to be quoted. */
export interface Quotation {
  readonly candidate: Candidate;
  /** Verbatim from the passage. */
  readonly text: string;
}

export interface Selection {
  readonly quotations: readonly Quotation[];
  /** The evidence is thin: say so. */
  readonly isUnsure: boolean;
}

const relevant = 0.25;
const sure = 0.45;
const closeToBest = 0.6;
const redundant = 0.7;
const maxQuotations: Readonly<Record<QuestionType, number>> = {
  who: 2,
  when: 2,
  where: 2,
  how_many: 2,
  why: 2,
  what: 3,
};
const LEANS_BACK =
  /^(?:(?:and|but|so|then)\s)?(?:he|she|it|they|that|this|those|these|there|both|он|она|оно|они|это|этот|эта|там|тогда|поэтому|оба|обе|его|её|ее|их)(?![\p{L}\p{N}])/iu;
const MAX_QUOTE = 360;

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const term of left) if (right.has(term)) common += 1;
  return common / Math.min(left.size, right.size);
}

function cut(text: string): string {
  if (text.length <= MAX_QUOTE) return text;
  const head = text.slice(0, MAX_QUOTE).toWellFormed();
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), 200)).trimEnd()}…`;
}

/** A sentence that starts with a pronoun takes the one before with it, when both stand on one line. */
function quote(candidate: Candidate, all: readonly Candidate[]): string {
  const before = all.find(
    (other) => other.marker === candidate.marker && other.index === candidate.index - 1,
  );
  if (before === undefined || !LEANS_BACK.test(candidate.text)) return cut(candidate.text);
  const both = candidate.passage.text.slice(before.start, candidate.end);
  return both.length > MAX_QUOTE || /[\r\n]/.test(both) ? cut(candidate.text) : both;
}

/** Chooses at most three sentences: the best, and others nearly as good that say something else. */
export function selectQuotations(
  ranked: readonly Ranked[],
  type: QuestionType,
  all: readonly Candidate[],
): Selection {
  const best = ranked[0];
  if (best === undefined || best.coverage < relevant) return { quotations: [], isUnsure: false };
  const chosen: Candidate[] = [];
  for (const { candidate, score, isOfType } of ranked) {
    if (best.isOfType && !isOfType) continue;
    if (chosen.length >= maxQuotations[type] || score < best.score * closeToBest) break;
    const repeats = chosen.some((other) => overlap(other.terms, candidate.terms) >= redundant);
    if (!repeats) chosen.push(candidate);
  }
  const quotations = chosen.map((candidate) => ({ candidate, text: quote(candidate, all) }));
  return {
    quotations: quotations.filter(
      ({ candidate, text }) =>
        !quotations.some(
          (other) =>
            other.candidate !== candidate &&
            other.candidate.marker === candidate.marker &&
            other.text.includes(text),
        ),
    ),
    isUnsure: best.coverage < sure,
  };
}

const overviewLength = 3;

/** The beginnings of the most relevant passages, for questions about everything ("What do you know about me?"). */
export function overviewOf(all: readonly Candidate[]): Selection {
  const first = new Map<number, Candidate>();
  for (const candidate of all) {
    const isStatement = !/\?["'»”)\s]*$/u.test(candidate.text) && candidate.terms.size > 0;
    if (isStatement && candidate.speaker?.kind !== 'agent' && !first.has(candidate.marker)) {
      first.set(candidate.marker, candidate);
    }
  }
  const quotations = [...first.values()]
    .slice(0, overviewLength)
    .map((candidate) => ({ candidate, text: cut(candidate.text) }));
  return { quotations, isUnsure: false };
}
