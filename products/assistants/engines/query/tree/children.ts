import type { QueryNode } from '../ast.ts';

/** Fields of each kind of node that hold other nodes, in the order of the text. */
const childFields: { readonly [Kind in QueryNode['kind']]: readonly string[] } = {
  package: ['statements'],
  'select-statement': ['body', 'orderBy', 'totals'],
  'drop-statement': ['table'],
  'select-body': ['first', 'unions'],
  select: ['top', 'fields', 'into', 'from', 'where', 'groupBy', 'having', 'forUpdate', 'indexBy', 'orderBy'],
  union: ['select'],
  'select-field': ['expression', 'alias'],
  asterisk: ['path'],
  'empty-table': ['columns'],
  'nested-table': ['path', 'fields'],
  source: ['table', 'alias', 'joins'],
  table: ['path'],
  'virtual-table': ['path', 'parameters'],
  'subquery-table': ['body'],
  'parenthesized-source': ['source'],
  join: ['source', 'condition'],
  into: ['table'],
  'group-by': ['items', 'sets'],
  'grouping-set': ['items'],
  'index-by': ['items', 'sets'],
  'index-item': ['expression'],
  'index-set': ['items'],
  'for-update': ['tables'],
  'order-by': ['items'],
  'order-item': ['expression'],
  top: [],
  totals: ['fields', 'groups'],
  'totals-group': ['expression', 'periods', 'alias'],
  periods: ['from', 'to'],
  alias: ['name'],
  identifier: [],
  'case-branch': ['when', 'result'],
  'type-reference': ['path'],
  number: [],
  string: [],
  boolean: [],
  null: [],
  undefined: [],
  parameter: [],
  column: ['path'],
  'field-access': ['target', 'path'],
  parenthesized: ['expression'],
  subquery: ['body'],
  tuple: ['items'],
  unary: ['operand'],
  arithmetic: ['operands'],
  and: ['operands'],
  or: ['operands'],
  not: ['operand'],
  compare: ['left', 'right'],
  in: ['left', 'body', 'list'],
  between: ['left', 'low', 'high'],
  like: ['left', 'pattern', 'escape'],
  'is-null': ['left'],
  refs: ['left', 'type'],
  case: ['subject', 'branches', 'otherwise'],
  cast: ['expression', 'type'],
  value: ['path'],
  datetime: ['parts'],
  type: ['type'],
  call: ['written', 'args'],
  period: [],
  aggregate: ['argument'],
  missing: [],
};

type Held = QueryNode | null | readonly (QueryNode | null)[];

/** Hands over the nodes right under a node, in the order of the text. */
export const eachChild = (parent: QueryNode, take: (child: QueryNode) => void): void => {
  // The table above names only fields that hold nodes.
  const fields = parent as unknown as Readonly<Record<string, Held>>;
  for (const name of childFields[parent.kind]) {
    const held = fields[name];
    if (held === null || held === undefined) continue;
    if ('kind' in held) take(held);
    else for (const child of held) if (child !== null) take(child);
  }
};

/** The nodes right under a node, in the order of the text. */
export const childrenOf = (parent: QueryNode): QueryNode[] => {
  const children: QueryNode[] = [];
  eachChild(parent, (child) => {
    children.push(child);
  });
  return children;
};
