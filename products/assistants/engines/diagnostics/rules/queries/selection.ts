import type { QueryNode, Select, SelectBody, SelectField } from '#products/assistants/engines/query';
import type { Fix } from '../../rule.ts';
import { moduleEdits, optimizerFixAt, withFix } from './improvements.ts';
import type { ModuleQuery } from './module-queries.ts';
import { defineQueryRule } from './query-rule.ts';

/** The words that name a field as its own last name does; undefined when only a person can think of a name. */
function aliasFix(query: ModuleQuery, { expression, alias }: SelectField): Fix | undefined {
  const title = { ru: 'Назначить псевдоним', en: 'Give an alias' };
  const insert = (at: number, text: string): Fix => ({
    title,
    edits: moduleEdits(query, [{ start: at, end: at, text }]),
  });
  if (alias !== null) return insert(alias.name.start, 'КАК ');
  const name = expression.kind === 'column' ? expression.path.at(-1)?.name : undefined;
  return name === undefined || name === '' ? undefined : insert(expression.end, ` КАК ${name}`);
}

export const assignAliasFieldsInQuery = defineQueryRule({
  key: 'AssignAliasFieldsInQuery',
  type: 'smell',
  severity: 'major',
  minutes: 1,
  dialect: 'bsl',
  standards: [437],
  title: { ru: 'У поля запроса нет псевдонима через КАК', en: 'A field of a query has no alias with AS' },
  check(query, { report }) {
    for (const { first } of query.nodes('select-body'))
      for (const field of first.fields) {
        if (field.expression.kind === 'asterisk' || (field.alias !== null && field.alias.as !== null))
          continue;
        const written = query.ast.text.slice(field.start, field.end);
        const start = query.outcome.passed.get(field.start) ?? field.start;
        report(
          { start, end: field.end },
          {
            message: {
              ru: `Назначьте полю «${written}» псевдоним через КАК`,
              en: `Give the field "${written}" an alias with AS`,
            },
            ...withFix(aliasFix(query, field)),
          },
        );
      }
  },
});

/** All nodes that have an order at or below them. */
function ordered(query: ModuleQuery): ReadonlySet<QueryNode> {
  const found = new Set<QueryNode>();
  for (const order of query.nodes('order-by'))
    for (let node: QueryNode | null = order; node !== null && !found.has(node); node = node.parent)
      found.add(node);
  return found;
}

export const selectTopWithoutOrderBy = defineQueryRule({
  key: 'SelectTopWithoutOrderBy',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  dialect: 'bsl',
  standards: [412],
  title: {
    ru: 'ПЕРВЫЕ без УПОРЯДОЧИТЬ ПО: неизвестно, какие записи попадут в результат',
    en: 'TOP without ORDER BY: which records come is not defined',
  },
  defaults: { skipSelectTopOne: true },
  check(query, { report, parameters }) {
    const withOrder = ordered(query);
    const look = ({ top, where }: Select, mayTakeOne: boolean): void => {
      if (top === null) return;
      const count = /\d+$/u.exec(query.ast.text.slice(top.start, top.end))?.[0];
      const isOne = count === '1' || count === '0';
      if (count !== undefined && !(isOne && (mayTakeOne || where !== null))) report(top);
    };
    const lookAll = (body: SelectBody): void => {
      if (body.unions.length > 0)
        for (const select of [body.first, ...body.unions.map((union) => union.select)]) look(select, false);
      else if (body.parent === null || !withOrder.has(holderOf(body)))
        look(body.first, parameters['skipSelectTopOne'] === true);
    };
    for (const body of query.nodes('select-body')) lookAll(body);
  },
});

/** What an order may stand in so that it counts for a query: its statement, its brackets, or its source with joins. */
function holderOf(body: SelectBody): QueryNode {
  const holder = body.parent ?? body;
  return holder.kind === 'subquery-table' ? (holder.parent ?? holder) : holder;
}

export const unionAll = defineQueryRule({
  key: 'UnionAll',
  type: 'smell',
  severity: 'minor',
  minutes: 5,
  dialect: 'bsl',
  standards: [434],
  title: {
    ru: 'ОБЪЕДИНИТЬ сортирует строки, чтобы убрать повторы: если их быть не может, нужно ОБЪЕДИНИТЬ ВСЕ',
    en: 'UNION sorts rows to remove repeats: where there can be none, use UNION ALL',
  },
  check(query, { report }) {
    for (const { all, keyword } of query.nodes('union'))
      if (!all) report(keyword, withFix(optimizerFixAt(query, 'union-without-all', keyword)));
  },
});
