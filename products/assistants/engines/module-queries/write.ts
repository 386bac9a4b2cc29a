import { equalQueries, extractQueries, formatQuery, parseQuery } from '#products/assistants/engines/query';
import type { QueryFile, QueryText } from './texts.ts';

/** One string whose every line but the first begins with a bar: nothing of the module stands between its lines. */
const isPlainLiteral = (text: string): boolean =>
  /^"(?:[^"]|"")*"$/u.test(text) &&
  text
    .split(/\r\n|\r|\n/u)
    .slice(1)
    .every((line) => /^\s*\|/u.test(line));

const indentOf = (source: string, literal: string, offset: number): string => {
  const second = /[\r\n]([ \t]*)\|/u.exec(literal)?.[1];
  if (second !== undefined) return second;
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/u.exec(line)?.[0] ?? '';
};

/** The query text as it goes into the file in place of the old one; null when that cannot be done without loss. */
export const replacementFor = (
  { source }: QueryFile,
  { literal, text }: QueryText,
  after: string,
): string | null => {
  if (literal === null) return after;
  const ast = parseQuery(after);
  const spansLines = ({ start, end }: { start: number; end: number }) =>
    /[\r\n]/u.test(after.slice(start, end));
  if (
    !isPlainLiteral(literal.text) ||
    ast.tokens.some((token) => token.kind === 'string' && spansLines(token))
  )
    return null;
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const indent = indentOf(source, literal.text, literal.offset);
  const lines = formatQuery(ast).trimEnd().replaceAll('"', '""').split('\n');
  const written = `"${lines.join(`${lineEnd}${indent}|`)}"`;
  const [again] = extractQueries([{ ...literal, text: written }]);
  if (again === undefined || text.trim() === '') return null;
  return equalQueries(parseQuery(again.text), ast) ? written : null;
};

/** A query text with what should stand in its place. */
export interface Replaced {
  readonly query: QueryText;
  readonly written: string;
}

/** The source of the file with texts replaced. */
export const sourceWith = ({ source }: QueryFile, replaced: readonly Replaced[]): string => {
  const pieces: string[] = [];
  let done = 0;
  for (const { query, written } of replaced) {
    const start = query.literal?.offset ?? 0;
    const length = (query.literal?.text ?? source).length;
    pieces.push(source.slice(done, start), written);
    done = start + length;
  }
  return [...pieces, source.slice(done)].join('');
};

/** A difference in the unified form, without lines around it: each replaced text is one piece. */
export const differenceOf = (file: QueryFile, replaced: readonly Replaced[]): readonly string[] => {
  const out = [`--- ${file.path}`, `+++ ${file.path}`];
  let shift = 0;
  for (const { query, written } of replaced) {
    const old = (query.literal?.text ?? file.source).split(/\r\n|\r|\n/u);
    const fresh = written.split(/\r\n|\r|\n/u);
    const line = query.positionAt(0).line + 1;
    // The lines of a literal begin and end with code of the module: it is shown with them.
    const all = file.source.split(/\r\n|\r|\n/u);
    const before = query.literal === null ? '' : (all[line - 1] ?? '').slice(0, query.literal.column);
    const tail =
      query.literal === null
        ? ''
        : (all[line + old.length - 2] ?? '').slice(
            old.length === 1 ? before.length + (old[0]?.length ?? 0) : (old.at(-1)?.length ?? 0),
          );
    const shown = (lines: readonly string[]) =>
      lines.map(
        (text, index) => `${index === 0 ? before : ''}${text}${index === lines.length - 1 ? tail : ''}`,
      );
    out.push(`@@ -${line},${old.length} +${line + shift},${fresh.length} @@`);
    out.push(...shown(old).map((text) => `-${text}`), ...shown(fresh).map((text) => `+${text}`));
    shift += fresh.length - old.length;
  }
  return out;
};
