import type { ParameterValue, Rule } from './rule.ts';
import { diagnose } from './run.ts';

export interface FixtureOptions {
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  readonly moduleType?: string;
  readonly path?: string;
}

/** What a rule finds in a text, as `line:column-line:column` by zero-based positions; a rule that breaks down throws. */
export function findingsOf(rule: Rule, source: string, options: FixtureOptions = {}): readonly string[] {
  const { findings, faults } = diagnose(source, {
    rules: [{ rule, parameters: options.parameters ?? {} }],
    path: options.path ?? 'Module.bsl',
    moduleType: options.moduleType ?? 'UNKNOWN',
  });
  if (faults.length > 0) throw new Error(faults.map(({ key, reason }) => `${key}: ${reason}`).join('; '));
  return findings.map(
    ({ range: { start, end } }) => `${start.line}:${start.character}-${end.line}:${end.character}`,
  );
}
