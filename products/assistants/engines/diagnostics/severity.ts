import type { Severity } from './rule.ts';

/** From the worst to the least. */
export const severities: readonly Severity[] = ['blocker', 'critical', 'major', 'minor', 'info'];

/** Whether a severity is as bad as the threshold or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
