import type { QueryNode } from '../ast.ts';
import { type Cursor, endFrom } from './cursor.ts';

type Bare<Kind extends QueryNode['kind']> = Omit<
  Extract<QueryNode, { kind: Kind }>,
  'kind' | 'start' | 'end' | 'parent'
>;

/** A node that began at `start` and ends with the last taken token. */
export const node = <Kind extends QueryNode['kind']>(
  c: Cursor,
  kind: Kind,
  start: number,
  own: Bare<Kind>,
): Extract<QueryNode, { kind: Kind }> =>
  // The compiler cannot put the parts of one member of a union together again.
  ({ kind, start, end: endFrom(c, start), parent: null, ...own }) as unknown as Extract<
    QueryNode,
    { kind: Kind }
  >;
