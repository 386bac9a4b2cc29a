import { allRules, type FileReport, reporters } from '#products/assistants/engines/diagnostics';
import type { Task } from './task.ts';

export interface WriteReportInput {
  readonly format: Exclude<keyof typeof reporters, 'console'>;
  readonly locale: 'ru' | 'en';
  readonly report: readonly FileReport[];
}

/** Findings in a format of other tools; it names the rules it has findings of. */
export const writeReport: Task<WriteReportInput, string> = ({ format, locale, report }) => {
  const keys = new Set(report.flatMap(({ findings }) => findings.map(({ key }) => key)));
  const rules = allRules.filter(({ key }) => keys.has(key));
  const reporter = reporters[format]({ language: locale, rules, version: '0.1.0' });
  return [reporter.start(), ...report.map((file) => reporter.file(file)), reporter.end()].join('');
};
