import type { CheckedQuery, QueryFinding } from '../../../contract/index.ts';
import type { Source } from '../tool.ts';
import { cell, code } from '../writing/markdown.ts';
import type { Locale, Say } from '../writing/words.ts';

/** Errors of queries, one in a line. */
export function faultLines(say: Say, locale: Locale, errors: CheckedQuery['errors']): string {
  return errors
    .slice(0, 10)
    .map(
      ({ message, range }) => `- ${say('строка', 'line')} ${range.start.line + 1}: ${cell(message[locale])}`,
    )
    .join('\n');
}

/** A finding in a line, with what would change. */
export function findingLine(say: Say, locale: Locale, found: QueryFinding): string {
  const { reason, standard, assumes, safe, before, after, range } = found;
  const change = after === null ? '' : `\n  ${code(before.slice(0, 160))} → ${code(after.slice(0, 160))}`;
  const condition = assumes === null ? '' : ` ${say('При условии', 'Provided')}: ${assumes[locale]}.`;
  const kind = safe ? say('безопасно', 'safe') : say('решать вам', 'your decision');
  return `- ${say('Строка', 'Line')} ${range.start.line + 1} (${kind}): ${reason[locale]}.${condition} [${say('Стандарт', 'Standard')} ${standard.number}](${standard.url})${change}`;
}

/** The standards that findings come from. */
export function standardsOf(found: readonly QueryFinding[], locale: Locale): readonly Source[] {
  const byNumber = new Map(found.map((each) => [each.standard.number, each]));
  return [...byNumber.values()].slice(0, 10).map(({ standard, reason }) => ({
    kind: 'standard',
    title:
      locale === 'ru'
        ? `Стандарт разработки № ${standard.number}`
        : `Development standard ${standard.number}`,
    reference: standard.url,
    excerpt: reason[locale],
  }));
}

/** Findings for a model and for programs. */
export const dataOf = (locale: Locale) => (found: QueryFinding) => ({
  rule: found.rule,
  code: found.code,
  line: found.range.start.line + 1,
  reason: found.reason[locale],
  standard: found.standard.number,
  safe: found.safe,
  before: found.before.slice(0, 400),
  after: found.after?.slice(0, 400) ?? null,
});
