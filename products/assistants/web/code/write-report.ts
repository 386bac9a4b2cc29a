import {
  allRules,
  type FileReport,
  type ReportFormat,
  reporters,
} from '#products/assistants/engines/diagnostics';
import type { CheckedFile } from '../../contract/index.ts';

export type DownloadedFormat = Exclude<ReportFormat, 'console'>;

const minutes = new Map(allRules.map((rule) => [rule.key, rule.minutes]));
const both = (text: string) => ({ ru: text, en: text });

function reportOf({ path, findings }: CheckedFile): FileReport {
  return {
    path,
    findings: findings.map(({ message, standards = [], related = [], fix, ...finding }) => ({
      ...finding,
      minutes: minutes.get(finding.key) ?? 0,
      message: both(message),
      standards,
      related: related.map((other) => ({ range: other.range, message: both(other.message) })),
      fix: fix === undefined ? undefined : { title: both(fix.title), edits: fix.edits },
    })),
  };
}

/** A report piece by piece, as the command line writes it. */
export function writeReport(
  files: readonly CheckedFile[],
  format: DownloadedFormat,
  language: 'ru' | 'en',
): readonly string[] {
  const reporter = reporters[format]({ language, rules: allRules, version: '1' });
  return [reporter.start(), ...files.map((file) => reporter.file(reportOf(file))), reporter.end()];
}
