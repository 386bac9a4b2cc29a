import type { And, Case, Expression, Or, QueryNode, SelectBody } from '../ast.ts';
import { eachChild } from '../tree/children.ts';
import type { Marking } from './marks.ts';

/** How nested queries are laid out; given from above, as queries hold expressions and expressions hold queries. */
export type LayBody = (body: SelectBody, indent: number, first: boolean) => void;

const layChain = (m: Marking, chain: And | Or, indent: number, body: LayBody) => {
  for (const range of chain.operatorRanges) m.line(range, indent);
  for (const operand of chain.operands) {
    const inner = operand.kind === 'and' || operand.kind === 'or' ? indent + 1 : indent;
    layExpression(m, operand, inner, body);
  }
};

const layCase = (m: Marking, node: Case, indent: number, body: LayBody) => {
  m.base(node.start, indent);
  if (node.subject !== null) layExpression(m, node.subject, indent, body);
  for (const branch of node.branches) {
    m.line(branch, indent + 1);
    layExpression(m, branch.when, indent + 2, body);
    layExpression(m, branch.result, indent + 3, body);
  }
  if (node.otherwise !== null) layExpression(m, node.otherwise, indent + 2, body);
};

/** Marks where lines begin inside an expression that stands on a line with this indent. */
export const layExpression = (m: Marking, node: Expression, indent: number, body: LayBody): void => {
  switch (node.kind) {
    case 'and':
    case 'or':
      layChain(m, node, indent, body);
      return;
    case 'parenthesized':
      layExpression(m, node.expression, indent + 1, body);
      return;
    case 'case':
      layCase(m, node, indent, body);
      return;
    case 'subquery':
      body(node.body, indent + 1, false);
      return;
    case 'in':
      layExpression(m, node.left, indent, body);
      if (node.body !== null) body(node.body, indent + 1, false);
      for (const item of node.list) layExpression(m, item, indent + 1, body);
      return;
    default:
      break;
  }
  eachChild(node, (child: QueryNode) => {
    if (isExpression(child)) layExpression(m, child, indent + 1, body);
  });
};

const others: ReadonlySet<string> = new Set([
  'identifier',
  'type-reference',
  'case-branch',
  'select-body',
  'alias',
]);
const isExpression = (node: QueryNode): node is Expression => !others.has(node.kind);
