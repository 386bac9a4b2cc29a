import { Type } from 'typebox';
import type { UnknownName } from '../../../contract/index.ts';
import { FileName } from '../input-text.ts';

/** What tools about queries take. */
export const queryParameters = Type.Object({
  query: Type.Optional(
    Type.String({
      maxLength: 1_000_000,
      description: 'Text of the query, or of a module with queries in its strings',
    }),
  ),
  file: FileName,
  managed_locks: Type.Optional(
    Type.Boolean({ description: 'The configuration locks data in the managed mode' }),
  ),
});

/** Files that hold queries. */
export const queryFiles = /\.(?:bsl|os|sdbl|txt|query)$/i;

/** Unknown names of all queries; undefined without a project. */
export function unknownOf(
  queries: readonly { readonly unknown_names?: UnknownName[] }[],
): readonly UnknownName[] | undefined {
  const told = queries.flatMap(({ unknown_names: names }) => (names === undefined ? [] : [names]));
  return told.length === 0 ? undefined : told.flat();
}
