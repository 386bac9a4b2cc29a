import type { Severity } from '#products/assistants/engines/diagnostics';

export type SeverityCounts = Record<Severity, number>;

export function noFindings(): SeverityCounts {
  return { blocker: 0, critical: 0, major: 0, minor: 0, info: 0 };
}

/** Adds findings to the counts. */
export function countFindings(
  counts: SeverityCounts,
  findings: readonly { readonly severity: Severity }[],
): SeverityCounts {
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
