import { type Column, type NestedTable, type QueryNode, walk } from '#products/assistants/engines/query';

/** A dotted name of a field: where a value is taken from, or the name of a nested table among the fields. */
export type FieldName = Column | NestedTable;

/** Where the name itself stands: a nested table goes on with its fields. */
export function rangeOfName({ start, path }: FieldName): { readonly start: number; readonly end: number } {
  return { start, end: path.at(-1)?.end ?? start };
}

export function columnText({ path }: FieldName): string {
  return path.map(({ name }) => name).join('.');
}

export const isFieldName = (node: QueryNode): node is FieldName =>
  node.kind === 'column' || node.kind === 'nested-table';

/** All names of fields at or below a node, in the order of the text. */
export function columnsIn(root: QueryNode): readonly FieldName[] {
  const found: FieldName[] = [];
  walk(root, (node) => {
    if (isFieldName(node)) found.push(node);
  });
  return found;
}
