import type { QueryPackage, Select, SelectStatement, VirtualTable } from '#products/assistants/engines/query';
import { finding, hasTrivia, isTemplate, type Rule, textOf } from '../context.ts';
import { standards, type TextEdit } from '../finding.ts';
import { type Placed, selectsOf, statementOf, tablesOf } from '../scope.ts';
import {
  extractionAssumes,
  isStorable,
  joinKeys,
  mayAddStatement,
  mostTables,
  nameForTable,
  usedFields,
} from './extraction.ts';

/**
 * The virtual table is asked for exactly the fields the query uses: a table of balances adds up what is not asked for,
 * so more or fewer fields would give other rows.
 */
const editsFor = (
  ast: QueryPackage,
  statement: SelectStatement,
  select: Select,
  placed: Placed,
  table: VirtualTable,
  fields: readonly string[],
): readonly TextEdit[] => {
  const name = nameForTable(ast, placed);
  const alias = placed.name ?? '';
  const keys = joinKeys(select, placed);
  const allowed = statement.body.first.allowed === null ? '' : ' РАЗРЕШЕННЫЕ';
  const list = fields.map((field) => `${alias}.${field} КАК ${field}`).join(',\n\t');
  const index = keys.length > 0 ? `\nИНДЕКСИРОВАТЬ ПО\n\t${keys.join(',\n\t')}` : '';
  const text = `ВЫБРАТЬ${allowed}\n\t${list}\nПОМЕСТИТЬ ${name}\nИЗ\n\t${textOf(ast, table)} КАК ${alias}${index}\n;\n\n`;
  return [
    { start: statement.start, end: statement.start, text },
    { start: table.start, end: table.end, text: name },
  ];
};

/** Rule 5: a join with a virtual table; its rows are put into an indexed temporary table first. */
export const joinWithVirtualTable: Rule = (context) => {
  const { ast } = context;
  const selects = selectsOf(ast).filter((select) => tablesOf(select).length <= mostTables);
  return selects.flatMap((select) =>
    tablesOf(select).flatMap((placed) => {
      const { table } = placed.source;
      if (table.kind !== 'virtual-table' || !placed.joined) return [];
      const statement = statementOf(select);
      const fields = usedFields(select, placed);
      const storable = fields !== null && fields.length > 0 && fields.every(isStorable);
      const known =
        statement !== null && placed.source.alias !== null && !isTemplate(ast) && !hasTrivia(ast, table);
      // The order of a statement may name fields the select itself does not.
      const ordered = statement !== null && (statement.orderBy !== null || statement.totals !== null);
      return [
        finding(context, {
          rule: 5,
          code: 'join-with-virtual-table',
          at: table,
          standard: standards.joins,
          reason: {
            ru: 'Соединение с виртуальной таблицей: она раскрывается во вложенный запрос. Сначала поместите её строки во временную таблицу с индексом, передав отбор параметрами',
            en: 'A join with a virtual table: it unfolds into a nested query. First put its rows into an indexed temporary table, with the filter in its parameters',
          },
          safe: known && storable && !ordered && mayAddStatement(ast) && select.forUpdate === null,
          assumes: extractionAssumes,
          edits: known && storable ? editsFor(ast, statement, select, placed, table, fields) : [],
        }),
      ];
    }),
  );
};
