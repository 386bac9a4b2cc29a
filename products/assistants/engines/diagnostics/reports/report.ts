import type { Rule } from '../rule.ts';
import type { Finding } from '../run.ts';

/** What was found in one module. */
export interface FileReport {
  /** Path inside the checked folder, with `/`. */
  readonly path: string;
  readonly findings: readonly Finding[];
}

export interface ReportOptions {
  readonly language: 'ru' | 'en';
  /** The rules that ran, for formats that describe them. */
  readonly rules: readonly Rule[];
  readonly version: string;
}

/** A format, written piece by piece: a report of any length needs the memory of one file. */
export interface Reporter {
  start(): string;
  file(report: FileReport): string;
  end(): string;
}

export type CreateReporter = (options: ReportOptions) => Reporter;

/** Puts a comma between the elements of a list that is written piece by piece. */
export function separated(separator: string): (piece: string) => string {
  let isFirst = true;
  return (piece) => {
    if (piece === '') return '';
    const text = isFirst ? piece : `${separator}${piece}`;
    isFirst = false;
    return text;
  };
}
