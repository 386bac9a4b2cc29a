import {
  type Column,
  type Compare,
  type Expression,
  type Or,
  type QueryPackage,
  unwrap,
} from '#products/assistants/engines/query';
import { forEach, hasTrivia, type Rule, type RuleContext, type Told, textOf } from '../context.ts';
import { standards, type TextEdit } from '../finding.ts';
import { dotted } from '../scope.ts';

interface Equal {
  readonly index: number;
  readonly column: Column;
  readonly value: Expression;
}

/** Values that are the same for every row; NULL is equal to nothing and is left alone. */
const isConstant = (expression: Expression): boolean =>
  expression.kind === 'parameter' ||
  expression.kind === 'number' ||
  expression.kind === 'string' ||
  expression.kind === 'boolean' ||
  expression.kind === 'value' ||
  expression.kind === 'datetime';

const equalOf = ({ operator, left, right }: Compare, index: number): Equal | null => {
  if (operator !== '=') return null;
  if (left.kind === 'column' && isConstant(right)) return { index, column: left, value: right };
  return right.kind === 'column' && isConstant(left) ? { index, column: right, value: left } : null;
};

/** Comparisons of one column with constants, by the column; only columns with more than one. */
const groupsOf = (chain: Or): readonly (readonly Equal[])[] => {
  const groups = new Map<string, Equal[]>();
  for (const [index, operand] of chain.operands.entries()) {
    const inner = unwrap(operand);
    const equal = inner.kind === 'compare' ? equalOf(inner, index) : null;
    if (equal === null) continue;
    const key = dotted(equal.column.path).toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [equal]);
    else group.push(equal);
  }
  return [...groups.values()].filter((group) => group.length > 1);
};

/** The first comparison becomes В, the others go with the ИЛИ before them. */
const editsOf = (ast: QueryPackage, chain: Or, group: readonly Equal[]): readonly TextEdit[] => {
  const [first, ...others] = group;
  const operand = first === undefined ? undefined : chain.operands[first.index];
  if (first === undefined || operand === undefined) return [];
  const values = group.map(({ value }) => textOf(ast, value)).join(', ');
  const list: TextEdit = {
    start: operand.start,
    end: operand.end,
    text: `${textOf(ast, first.column)} В (${values})`,
  };
  return [
    list,
    ...others.map(({ index }): TextEdit => {
      const before = chain.operands[index - 1];
      const own = chain.operands[index];
      return { start: before?.end ?? chain.start, end: own?.end ?? chain.end, text: '' };
    }),
  ];
};

const isJoinCondition = (chain: Or): boolean => {
  let child: { readonly parent: Or['parent'] } = chain;
  while (child.parent !== null && ['and', 'or', 'not', 'parenthesized'].includes(child.parent.kind))
    child = child.parent;
  return child.parent?.kind === 'join';
};

const sameField = (context: RuleContext, chain: Or): Told | null => {
  const groups = groupsOf(chain);
  if (groups.length === 0) return null;
  const edits = groups.flatMap((group) => editsOf(context.ast, chain, group));
  return {
    rule: 6,
    code: 'or-of-one-field',
    at: chain,
    standard: standards.conditions,
    reason: {
      ru: 'Одно поле сравнивается через ИЛИ с несколькими значениями; то же условие с В может использовать индекс',
      en: 'One field is compared with several values by OR; the same condition with IN can use an index',
    },
    edits,
    safe: !edits.some((edit) => hasTrivia(context.ast, edit)),
  };
};

/** Rules 6 and 7: ИЛИ. One field with several values becomes В; other cases are told. */
export const orConditions: Rule = (context) =>
  forEach(context, 'or', (chain) => {
    const inJoin = isJoinCondition(chain);
    const rewrite = sameField(context, chain);
    if (rewrite !== null) return rewrite;
    if (inJoin)
      return {
        rule: 7,
        code: 'or-in-join',
        at: chain,
        standard: standards.conditions,
        reason: {
          ru: 'ИЛИ в условии соединения не даёт использовать индекс: разбейте на два соединения или объедините два запроса',
          en: 'OR in the condition of a join keeps indexes from use: make two joins, or a union of two queries',
        },
      };
    const select = whereOwner(chain);
    if (!select) return null;
    return {
      rule: 6,
      code: 'or-of-fields',
      at: chain,
      standard: standards.conditions,
      reason: {
        ru: 'ИЛИ по разным полям в отборе приводит к просмотру таблицы: разделите запрос на части и объедините их (ОБЪЕДИНИТЬ ВСЕ), исключив повторы',
        en: 'OR over different fields in the filter makes the table be scanned: split the query and put the parts together by UNION ALL, without repeated rows',
      },
    };
  });

/** The chain is (a part of) the filter of a query. */
const whereOwner = (chain: Or): boolean => {
  let child: Expression = chain;
  for (let above = chain.parent; above !== null; above = above.parent) {
    if (above.kind === 'select') return above.where === child;
    if (above.kind !== 'and' && above.kind !== 'or' && above.kind !== 'not' && above.kind !== 'parenthesized')
      return false;
    child = above;
  }
  return false;
};
