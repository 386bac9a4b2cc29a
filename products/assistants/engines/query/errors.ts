/** What is wrong with a query text. */
export type QueryErrorCode =
  | 'expected'
  | 'unexpected'
  | 'condition-as-value'
  | 'unknown-function'
  | 'arguments'
  | 'unknown-table'
  | 'unclosed-string'
  | 'clause-order'
  | 'too-deep'
  | 'empty';

/** An error of a query text: where and, in both languages, what. */
export interface QueryError {
  readonly code: QueryErrorCode;
  readonly message: { readonly ru: string; readonly en: string };
  readonly start: number;
  readonly end: number;
  /** Index of the statement the error is in; null for text that could end no statement and begin none. */
  readonly statement: number | null;
}
