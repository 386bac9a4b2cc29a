import {
  type Expression,
  isMetadataKind,
  keywordOf,
  type Select,
  type SelectBody,
} from '#products/assistants/engines/query';
import { forEach, type Rule } from '../context.ts';
import { standards, type TextEdit } from '../finding.ts';
import { dotted, tableOf, tablesOf } from '../scope.ts';

const referenceNames: ReadonlySet<string> = new Set(['ссылка', 'ref']);
const withOwnReference: ReadonlySet<string | null> = new Set([
  'CATALOG',
  'DOCUMENT',
  'CHART_OF_CHARACTERISTIC_TYPES',
  'CHART_OF_ACCOUNTS',
  'CHART_OF_CALCULATION_TYPES',
  'EXCHANGE_PLAN',
  'BUSINESS_PROCESS',
  'TASK',
]);

/** The table whose row a field is the reference of: `Т.Ссылка` of a table of objects that stands alone in the query. */
const rowReference = (
  select: Select,
  expression: Expression | Select['fields'][number]['expression'],
): string | null => {
  const tables = tablesOf(select);
  if (expression.kind !== 'column' || tables.length !== 1 || expression.path.length !== 2) return null;
  const table = tableOf(expression, tables)?.source.table;
  const isOwn = table?.kind === 'table' && table.path.length === 2 && withOwnReference.has(table.metadata);
  return isOwn && referenceNames.has(expression.path[1]?.name.toLowerCase() ?? '')
    ? dotted(table.path).toLowerCase()
    : null;
};

/** What a field surely is in every row of a query: a constant or a reference of one table; null when it is unknown. */
const markOf = (select: Select, index: number): string | null => {
  const expression = select.fields[index]?.expression;
  if (expression === undefined) return null;
  const reference = rowReference(select, expression);
  if (reference !== null) return `table ${reference}`;
  // The database may not tell letters by case nor see spaces at the end.
  if (expression.kind === 'string') return `string ${expression.value.toLowerCase().trimEnd()}`;
  if (expression.kind === 'number') return `number ${Number(expression.text)}`;
  if (expression.kind === 'boolean') return `boolean ${expression.value}`;
  if (expression.kind !== 'value' || expression.trailingDot) return null;
  // Two words may name one member in two languages; only full names of the same language are told apart by metadata.
  return isMetadataKind(keywordOf(expression.path[0]?.name ?? ''))
    ? `value ${dotted(expression.path).toLowerCase()}`
    : null;
};

/** The query gives no row twice. */
const isWithoutRepeats = (select: Select): boolean => {
  if (select.distinct !== null) return true;
  if (select.fields.some(({ expression }) => rowReference(select, expression) !== null)) return true;
  const { groupBy } = select;
  if (groupBy === null || groupBy.sets.length > 0) return false;
  const nameIn = (expression: Select['fields'][number]['expression']) =>
    expression.kind === 'column' ? dotted(expression.path).toLowerCase() : '';
  const given = new Set(select.fields.map(({ expression }) => nameIn(expression)));
  return groupBy.items.every((item) => item.kind === 'column' && given.has(nameIn(item)));
};

/** Every field is seen: a star would shift the others. */
const isPlain = ({ fields }: Select): boolean =>
  fields.every(({ expression }) => expression.kind !== 'asterisk');

const kindOf = (mark: string) => mark.slice(0, mark.indexOf(' '));

/** No row of one query can be equal to a row of another: some field tells them all apart. */
const areDisjoint = (selects: readonly Select[]): boolean => {
  const width = selects[0]?.fields.length ?? 0;
  return Array.from({ length: width }, (_, index) => selects.map((select) => markOf(select, index))).some(
    (marks) => {
      const known = marks.flatMap((mark) => mark ?? []);
      const kinds = new Set(known.map(kindOf));
      return known.length === selects.length && kinds.size === 1 && new Set(known).size === selects.length;
    },
  );
};

const editsOf = (body: SelectBody, russian: boolean): readonly TextEdit[] =>
  body.unions.flatMap(({ all, keyword }) =>
    all ? [] : [{ start: keyword.end, end: keyword.end, text: russian ? ' ВСЕ' : ' ALL' }],
  );

/** Rule 10: a union that looks for repeated rows where there can be none. */
export const unionWithoutAll: Rule = (context) =>
  forEach(context, 'select-body', (body) => {
    const plain = body.unions.find(({ all }) => !all);
    if (plain === undefined) return null;
    const selects = [body.first, ...body.unions.map(({ select }) => select)];
    const certain = areDisjoint(selects) && selects.every(isWithoutRepeats) && selects.every(isPlain);
    const word = context.ast.text.slice(plain.keyword.start, plain.keyword.end);
    return {
      rule: 10,
      code: 'union-without-all',
      at: plain.keyword,
      standard: standards.unionAll,
      reason: certain
        ? {
            ru: 'Строки объединяемых запросов заведомо различны: поиск повторов лишний, нужно ОБЪЕДИНИТЬ ВСЕ',
            en: 'The rows of the united queries surely differ: looking for repeats is needless, UNION ALL will do',
          }
        : {
            ru: 'ОБЪЕДИНИТЬ ищет повторы сортировкой всех строк; если повторов быть не может, используйте ОБЪЕДИНИТЬ ВСЕ',
            en: 'UNION looks for repeats by sorting all rows; where there can be none, use UNION ALL',
          },
      edits: certain ? editsOf(body, !/^union$/iu.test(word)) : [],
      safe: certain,
    };
  });
