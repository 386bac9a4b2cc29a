import type { QueryText } from '#products/assistants/engines/module-queries';
import type { Finding } from '#products/assistants/engines/optimizer';
import type { QueryError } from '#products/assistants/engines/query';

export type Language = 'ru' | 'en';

const place = (query: QueryText, { start, end }: { readonly start: number; readonly end: number }) => {
  const from = query.positionAt(start);
  const to = query.positionAt(end);
  return { start: { line: from.line, character: from.column }, end: { line: to.line, character: to.column } };
};

/** An error as one line for people: line and column from one. */
export const errorLine = (path: string, query: QueryText, error: QueryError, language: Language): string => {
  const { line, column } = query.positionAt(error.start);
  return `${path}:${line + 1}:${column + 1}: ${language === 'ru' ? 'ошибка' : 'error'}: ${error.message[language]}`;
};

/** A finding as one line for people. */
export const findingLine = (path: string, query: QueryText, finding: Finding, language: Language): string => {
  const { line, column } = query.positionAt(finding.start);
  const mark = finding.safe ? (language === 'ru' ? ' [исправимо]' : ' [fixable]') : '';
  return `${path}:${line + 1}:${column + 1}: ${finding.rule} ${finding.code}${mark}: ${finding.reason[language]} (${finding.standard.url})`;
};

/** The same for programs: places from zero, names in snake case. */
export const errorRecord = (query: QueryText, error: QueryError) => ({
  code: error.code,
  message: error.message,
  range: place(query, error),
});
export const findingRecord = (query: QueryText, finding: Finding) => ({
  rule: finding.rule,
  code: finding.code,
  reason: finding.reason,
  standard: finding.standard,
  range: place(query, finding),
  before: finding.before,
  after: finding.after,
  safe: finding.safe,
  assumes: finding.assumes,
});
