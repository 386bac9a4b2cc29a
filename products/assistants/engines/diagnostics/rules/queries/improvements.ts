import { type Finding, findImprovements } from '#products/assistants/engines/optimizer';
import type { Fix, Report } from '../../rule.ts';
import type { ModuleQuery } from './module-queries.ts';

const known = new WeakMap<ModuleQuery, readonly Finding[]>();

/** What the optimizer has to say of a query, asked once for all rules. */
export function improvementsOf(query: ModuleQuery): readonly Finding[] {
  const found = known.get(query) ?? findImprovements(query.ast);
  known.set(query, found);
  return found;
}

const quote = '"';

/**
 * Edits of the query's text as edits of the module: a quote is two there, and a new line begins with a bar. A quote of
 * the module that the query's text shows as a space goes with the quote beside it.
 */
export function moduleEdits(query: ModuleQuery, edits: Finding['edits']): Fix['edits'] {
  const { literal, offset, ast } = query;
  const isHidden = (at: number) =>
    at > 0 && at < literal.length - 1 && literal[at] === quote && ast.text[at] === ' ';
  const indent = /[\r\n]([ \t]*)\|/u.exec(literal)?.[1] ?? '';
  return edits.map(({ start, end, text }) => {
    let [from, to] = [query.endInLiteral(start), query.endInLiteral(end)];
    if (ast.text[start] === quote && end > start) while (isHidden(from - 1)) from -= 1;
    if (ast.text[start - 1] === quote) while (isHidden(from)) from += 1;
    if (ast.text[end - 1] === quote) while (isHidden(to)) to += 1;
    const lineEnd = literal.includes('\r\n') ? '\r\n' : '\n';
    const written = text.replaceAll(quote, quote + quote).replace(/\r\n|\r|\n/gu, `${lineEnd}${indent}|`);
    return { start: offset + from, end: offset + (end > start ? Math.max(from, to) : from), text: written };
  });
}

/** The rewrite of a finding as a quick fix; undefined when the optimizer only advises, or sees a piece of a text. */
export function fixOf(query: ModuleQuery, { safe, edits, assumes }: Finding): Fix | undefined {
  if (!safe || !query.isWhole) return undefined;
  const title = {
    ru: assumes === null ? 'Переписать запрос' : `Переписать запрос. ${assumes.ru}`,
    en: assumes === null ? 'Rewrite the query' : `Rewrite the query. ${assumes.en}`,
  };
  return { title, edits: moduleEdits(query, edits) };
}

const rewrites = new WeakMap<ModuleQuery, ReadonlyMap<string, readonly Finding[]>>();

/** The safe findings of a query by their names, in the order of the text. */
function rewritesOf(query: ModuleQuery): ReadonlyMap<string, readonly Finding[]> {
  const found =
    rewrites.get(query) ??
    Map.groupBy(
      improvementsOf(query).filter(({ safe }) => safe),
      ({ code }) => code,
    );
  rewrites.set(query, found);
  return found;
}

/** The optimizer's rewrite for a place another rule has found. */
export function optimizerFixAt(
  query: ModuleQuery,
  code: string,
  place: { readonly start: number; readonly end: number },
): Fix | undefined {
  const all = rewritesOf(query).get(code) ?? [];
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) <= place.start) low = middle + 1;
    else high = middle;
  }
  const found = all[low - 1];
  return found === undefined || found.end < place.end ? undefined : fixOf(query, found);
}

/** A report with a fix if there is one. */
export function withFix(fix: Fix | undefined): Partial<Report> {
  return fix === undefined ? {} : { fix };
}
