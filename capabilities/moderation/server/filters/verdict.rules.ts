import type { Flag, Inspection } from '../index.ts';

/** What is known of an author from earlier inspections. */
export interface Standing {
  /** Texts inspected before this one. */
  readonly texts: number;
  readonly firstSeenAt: Date;
  /** Cases of theirs that ended in a rejection. */
  readonly rejected: number;
}

const newFor = 3 * 86_400_000;
const newTexts = 3;
/** One flag this bad hides the text whoever wrote it. */
const holdScore = 0.9;
/** So much together hides it, too. */
const holdTotal = 1.2;
/** Ways out of the product: what new accounts are made for. */
const contacts = new Set(['link', 'phone', 'email', 'handle', 'messenger', 'duplicate']);

/** New: few texts or few days, or somebody whose texts were rejected before. */
export function isNewAuthor(standing: Standing | undefined, now: Date): boolean {
  if (standing === undefined || standing.rejected > 0) return true;
  return standing.texts < newTexts || now.getTime() - standing.firstSeenAt.getTime() < newFor;
}

/** Weighs flags: each code once, by its worst. Clean without flags; never refuses. */
export function verdictOf(flags: readonly Flag[], isNew: boolean): Inspection {
  if (flags.length === 0) return { verdict: 'clean', flags };
  const worst = new Map<string, number>();
  for (const { code, score } of flags) worst.set(code, Math.max(worst.get(code) ?? 0, score));
  const scores = [...worst.values()];
  const total = scores.reduce((sum, score) => sum + score, 0);
  const leavesProduct = [...worst.keys()].some((code) => contacts.has(code));
  const holds = Math.max(...scores) >= holdScore || total >= holdTotal || (isNew && leavesProduct);
  return { verdict: holds ? 'hold' : 'flag', flags };
}
