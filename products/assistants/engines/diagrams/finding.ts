import type { Bilingual } from './outcome.ts';

/** A rule that a diagram breaks, or nearly. */
export interface DiagramFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: Bilingual;
  /** The node, flow or line it is about. */
  readonly at?: string;
}

export function finding(
  severity: DiagramFinding['severity'],
  rule: string,
  ru: string,
  en: string,
  at?: string,
): DiagramFinding {
  const message = { ru, en };
  return at === undefined ? { rule, severity, message } : { rule, severity, message, at };
}
