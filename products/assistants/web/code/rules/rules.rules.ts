import type { CodeRule, Severity } from '../../../contract/index.ts';

export interface RuleFilter {
  readonly text: string;
  readonly severity: Severity | null;
  readonly active: boolean | null;
}

export const anyRule: RuleFilter = { text: '', severity: null, active: null };

/** Rules by a part of key or title in either language, or the number of a standard. */
export function rulesFor(
  rules: readonly CodeRule[],
  { text, severity, active }: RuleFilter,
): readonly CodeRule[] {
  const words = text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return rules.filter((rule) => {
    const { key, title, standards } = rule;
    const said =
      `${key} ${title.ru} ${title.en} ${standards.map(({ number }) => number).join(' ')}`.toLowerCase();
    return (
      (severity === null || rule.severity === severity) &&
      (active === null || rule.active === active) &&
      words.every((word) => said.includes(word))
    );
  });
}
