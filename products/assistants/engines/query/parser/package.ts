import type { OrderBy, QueryPackage, SelectStatement, Statement, TextRange, Totals } from '../ast.ts';
import { lex } from '../lexer.ts';
import { coverChildren, linkParents } from '../tree/link.ts';
import { droppedTable, orderBy } from './clauses.ts';
import { at, atKind, type Cursor, peek, report, reportAt, take } from './cursor.ts';
import { node } from './node.ts';
import { skipStatement } from './recovery.ts';
import { nestedBody, selectBody } from './select.ts';
import { checkTables } from './tables.ts';
import { totals } from './totals.ts';
import { value } from './values.ts';

/** АВТОУПОРЯДОЧИВАНИЕ, УПОРЯДОЧИТЬ ПО and ИТОГИ close a statement in any order, each once. */
const closingOf = (c: Cursor, found: { orderBy: OrderBy | null }) => {
  let autoOrder: TextRange | null = null;
  let sums: Totals | null = null;
  for (;;) {
    const twice = () =>
      report(c, 'clause-order', 'Это предложение уже есть', 'This clause stands here already');
    if (at(c, 'AUTOORDER')) {
      if (autoOrder !== null) twice();
      const { start, end } = take(c);
      autoOrder = { start, end };
    } else if (at(c, 'ORDER') && at(c, 'BY', 1)) {
      if (found.orderBy !== null) twice();
      found.orderBy = orderBy(c);
    } else if (at(c, 'TOTALS')) {
      if (sums !== null) twice();
      sums = totals(c);
    } else return { autoOrder, totals: sums };
  }
};

const selectStatement = (c: Cursor): SelectStatement => {
  const { start } = peek(c);
  const found = { orderBy: null };
  const body = selectBody(c, found);
  const closing = closingOf(c, found);
  return node(c, 'select-statement', start, { body, orderBy: found.orderBy, ...closing });
};

const statement = (c: Cursor): Statement => {
  const { start } = peek(c);
  if (!at(c, 'DROP')) return selectStatement(c);
  take(c);
  return node(c, 'drop-statement', start, { table: droppedTable(c) });
};

const statementsOf = (c: Cursor): Statement[] => {
  const statements: Statement[] = [];
  while (!atKind(c, 'end')) {
    const from = c.index;
    c.statement = statements.length;
    if (!atKind(c, ';')) statements.push(statement(c));
    c.statement = null;
    if (c.index === from && atKind(c, ';')) report(c, 'empty', 'Пустой запрос', 'An empty query');
    if (!atKind(c, ';') && !atKind(c, 'end')) {
      const missed = at(c, 'SELECT') && c.index > from;
      if (missed) report(c, 'expected', 'Перед запросом ожидается «;»', 'Expected ";" before the query');
      else report(c, 'unexpected', 'Лишний текст', 'Unexpected text');
      if (c.index === from) c.index += 1;
      skipStatement(c);
    }
    if (atKind(c, ';')) take(c);
  }
  return statements;
};

/** Parses a text of the query language. Never throws and never loops; what is wrong is in `errors`. Linear. */
export const parseQuery = (text: string): QueryPackage => {
  const { tokens, trivia, unclosedString } = lex(text);
  const c: Cursor = {
    text,
    tokens,
    errors: [],
    body: nestedBody,
    value,
    doubtful: [],
    index: 0,
    depth: 0,
    nested: 0,
    statement: null,
  };
  const statements = statementsOf(c);
  if (statements.length === 0) report(c, 'empty', 'В тексте нет запроса', 'There is no query in the text');
  if (unclosedString !== null) {
    c.statement = statements.length > 0 ? statements.length - 1 : null;
    const range = { start: unclosedString, end: text.length };
    reportAt(c, 'unclosed-string', range, 'Строка не закрыта кавычкой', 'The string is not closed');
  }
  const root: QueryPackage = {
    kind: 'package',
    start: 0,
    end: text.length,
    parent: null,
    text,
    statements,
    tokens,
    trivia,
    errors: c.errors,
  };
  linkParents(root);
  if (c.errors.length > 0) coverChildren(root);
  checkTables(c);
  return root;
};
