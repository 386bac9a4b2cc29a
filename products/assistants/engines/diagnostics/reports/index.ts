import { consoleReporter } from './console.ts';
import { gitlabReporter } from './gitlab.ts';
import { jsonReporter } from './json.ts';
import { junitReporter } from './junit.ts';
import type { CreateReporter } from './report.ts';
import { sarifReporter } from './sarif.ts';
import { sonarReporter } from './sonar.ts';

export type { CreateReporter, FileReport, Reporter, ReportOptions } from './report.ts';

/** Formats by the name the command line knows them by. */
export const reporters = {
  console: consoleReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  junit: junitReporter,
  sonar: sonarReporter,
  gitlab: gitlabReporter,
} as const satisfies Readonly<Record<string, CreateReporter>>;

export type ReportFormat = keyof typeof reporters;
