import { queriesOf, replacementFor, sourceWith } from '#products/assistants/engines/module-queries';
import type { QueryFinding } from '../../contract/index.ts';

export interface Rewrite {
  readonly kind: 'query' | 'module';
  /** Place of the query among the queries of the text. */
  readonly index: number;
  /** Text of that query when its edits were made. */
  readonly query: string;
  readonly edits: QueryFinding['edits'];
}

/** The text of a query with edits in it; later ones first, so that offsets stay true. */
export function edited(text: string, edits: QueryFinding['edits']): string {
  return edits
    .toSorted((one, other) => other.start - one.start || other.end - one.end)
    .reduce((done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end), text);
}

/** The whole text with one rewrite in it; null where the query cannot be put back into its module. */
export function applyRewrite(source: string, { kind, index, query, edits }: Rewrite): string | null {
  const file = queriesOf(kind === 'module' ? 'module.bsl' : 'query.sdbl', source, kind === 'module');
  const found = file.queries[index];
  if (found === undefined || found.text !== query || !found.complete) return null;
  const written = replacementFor(file, found, edited(query, edits));
  return written === null ? null : sourceWith(file, [{ query: found, written }]);
}
