import { applyFixes, type FileReport, type Finding } from '#products/assistants/engines/diagnostics';
import type { UnknownName } from '../../../contract/index.ts';
import { type CheckSettings, createChecker } from './check-settings.ts';
import { differenceOf } from './difference.ts';
import { openGround } from './ground.ts';
import { countFindings, noFindings, type SeverityCounts } from './severity-counts.ts';
import { checkText } from './source-text.ts';
import type { Task } from './task.ts';
import { wireNames } from './unknown-names.ts';

export interface CheckCodeInput extends CheckSettings {
  readonly code: string;
  readonly path?: string | undefined;
}

export interface CheckCodeOutput {
  readonly report: FileReport;
  readonly counts: SeverityCounts;
  readonly warnings: readonly string[];
  /** Absent without a configuration. */
  readonly unknown: readonly UnknownName[] | undefined;
}

/** The name of a module without a path: its type is unknown then. */
const namelessModule = 'Module.bsl';

export const checkCode: Task<CheckCodeInput, CheckCodeOutput> = ({
  code,
  path = namelessModule,
  ...settings
}) => {
  checkText(code);
  const checker = createChecker(settings);
  const { findings, faults } = checker.check(code, path);
  const grounding = openGround(settings.ground);
  return {
    report: { path, findings },
    counts: countFindings(noFindings(), findings),
    warnings: [...checker.warnings, ...faults],
    unknown: grounding && wireNames(grounding.unknownInModule(code)),
  };
};

export interface FixCodeInput extends CheckCodeInput {
  readonly at?: { readonly key: string; readonly line: number; readonly character: number } | undefined;
}

export interface FixCodeOutput {
  readonly code: string;
  readonly diff: string;
  readonly count: number;
  readonly findings: readonly Finding[];
}

/** One repair can make room for the next. */
const rounds = 5;

export const fixCode: Task<FixCodeInput, FixCodeOutput> = ({
  code,
  path = namelessModule,
  at,
  ...settings
}) => {
  checkText(code);
  const checker = createChecker(settings);
  let [text, count] = [code, 0];
  let { findings } = checker.check(text, path);
  for (let round = 0; round < (at === undefined ? rounds : 1); round += 1) {
    const chosen =
      at === undefined
        ? findings
        : findings.filter(
            ({ key, range: { start } }) =>
              key === at.key && start.line === at.line && start.character === at.character,
          );
    const repaired = applyFixes(text, chosen);
    if (repaired.count === 0 || repaired.source === text) break;
    text = repaired.source;
    count += repaired.count;
    ({ findings } = checker.check(text, path));
  }
  return { code: text, diff: differenceOf(path, code, text), count, findings };
};
