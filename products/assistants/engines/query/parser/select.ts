import type { OrderBy, Select, SelectBody, TextRange, Top, Union } from '../ast.ts';
import { forUpdate, groupBy, indexBy, into, orderBy } from './clauses.ts';
import { condition } from './conditions.ts';
import { at, atKind, type Cursor, deeper, expect, peek, report, reportExpected, take } from './cursor.ts';
import { selectFields } from './fields.ts';
import { missing } from './literals.ts';
import { commaList } from './names.ts';
import { node } from './node.ts';
import { atClause, isSelectEnd, skipToClause } from './recovery.ts';
import { source } from './sources.ts';

const top = (c: Cursor): Top => {
  const { start } = take(c);
  let count = 0;
  if (atKind(c, 'number')) {
    const token = take(c);
    count = Number(c.text.slice(token.start, token.end));
  } else reportExpected(c, 'число записей', 'a number of records');
  return node(c, 'top', start, { count });
};

interface Limits {
  allowed: TextRange | null;
  distinct: TextRange | null;
  top: Top | null;
}

/** РАЗРЕШЕННЫЕ, РАЗЛИЧНЫЕ and ПЕРВЫЕ in any order, each once. */
const limits = (c: Cursor): Limits => {
  const found: Limits = { allowed: null, distinct: null, top: null };
  for (;;) {
    const { start, end, keyword } = peek(c);
    if (keyword !== 'ALLOWED' && keyword !== 'DISTINCT' && keyword !== 'TOP') return found;
    const name = keyword === 'ALLOWED' ? 'allowed' : keyword === 'DISTINCT' ? 'distinct' : 'top';
    if (found[name] !== null)
      report(c, 'clause-order', 'Это слово здесь уже есть', 'This word stands here already');
    if (keyword === 'TOP') found.top = top(c);
    else {
      take(c);
      if (keyword === 'ALLOWED') found.allowed = { start, end };
      else found.distinct = { start, end };
    }
  }
};

type Clauses = {
  -readonly [Name in 'into' | 'where' | 'groupBy' | 'having' | 'forUpdate' | 'indexBy']: Select[Name];
} & {
  from: Select['from'];
};

const wordAndCondition = (c: Cursor) => {
  take(c);
  return condition(c);
};

/** The clauses in the order they must come; each knows where its result belongs. */
const clauseParsers = {
  INTO: (c: Cursor, clauses: Clauses) => {
    clauses.into = into(c);
  },
  FROM: (c: Cursor, clauses: Clauses) => {
    take(c);
    clauses.from = commaList(c, () => source(c));
  },
  WHERE: (c: Cursor, clauses: Clauses) => {
    clauses.where = wordAndCondition(c);
  },
  GROUP: (c: Cursor, clauses: Clauses) => {
    clauses.groupBy = groupBy(c);
  },
  HAVING: (c: Cursor, clauses: Clauses) => {
    clauses.having = wordAndCondition(c);
  },
  FOR: (c: Cursor, clauses: Clauses) => {
    clauses.forUpdate = forUpdate(c);
  },
  INDEX: (c: Cursor, clauses: Clauses) => {
    clauses.indexBy = indexBy(c);
  },
};
const order = Object.keys(clauseParsers);

/** Passes text that belongs to nothing; outside of brackets it is no part of the statement either. */
const leftover = (c: Cursor): void => {
  const { statement } = c;
  if (c.nested === 0) c.statement = null;
  report(c, 'unexpected', 'Лишний текст', 'Unexpected text');
  c.statement = statement;
  skipToClause(c);
};

/** All clauses of one ВЫБРАТЬ; what belongs to none is reported and passed over. */
const parseClauses = (c: Cursor): Clauses => {
  const clauses: Clauses = {
    into: null,
    from: [],
    where: null,
    groupBy: null,
    having: null,
    forUpdate: null,
    indexBy: null,
  };
  let last = -1;
  for (;;) {
    const name = atClause(c);
    if (name !== null) {
      const rank = order.indexOf(name);
      if (rank <= last)
        report(c, 'clause-order', 'Предложение стоит не на своём месте', 'The clause is out of its place');
      last = rank;
      clauseParsers[name](c, clauses);
    } else if (isSelectEnd(c)) return clauses;
    else {
      leftover(c);
    }
  }
};

const bareSelect = (c: Cursor): Omit<Select, 'kind' | 'start' | 'end' | 'parent' | 'orderBy'> => {
  const { start, end } = peek(c);
  const found = expect(c, 'SELECT', 'ВЫБРАТЬ');
  return {
    keyword: { start, end: found ? end : start },
    ...limits(c),
    fields: selectFields(c),
    ...parseClauses(c),
  };
};

const isOrder = (c: Cursor) => at(c, 'ORDER') && at(c, 'BY', 1);

/**
 * One ВЫБРАТЬ. Its order belongs to it inside brackets and before a union; the last order of a statement is
 * handed back to the statement.
 */
const select = (c: Cursor, late: { orderBy: OrderBy | null }): Select => {
  const { start } = peek(c);
  const bare = bareSelect(c);
  const whole = node(c, 'select', start, { ...bare, orderBy: null });
  if (!isOrder(c)) return whole;
  const orders = orderBy(c);
  // After an order the index of a temporary table is met as well.
  const indexed = bare.indexBy ?? (at(c, 'INDEX') && at(c, 'BY', 1) ? indexBy(c) : null);
  if (c.nested > 0 || at(c, 'UNION'))
    return node(c, 'select', start, { ...bare, indexBy: indexed, orderBy: orders });
  late.orderBy = orders;
  return { ...whole, indexBy: indexed };
};

const unionHere = (c: Cursor, late: { orderBy: OrderBy | null }): Union => {
  const word = take(c);
  const all = at(c, 'ALL') ? take(c) : null;
  const keyword = { start: word.start, end: (all ?? word).end };
  return node(c, 'union', word.start, { all: all !== null, keyword, select: select(c, late) });
};

/** Queries joined by unions. `late` takes the order that closes a statement. */
export const selectBody = (c: Cursor, late: { orderBy: OrderBy | null }): SelectBody => {
  const { start } = peek(c);
  const first = select(c, late);
  const unions: Union[] = [];
  while (at(c, 'UNION')) unions.push(unionHere(c, late));
  const last = unions.at(-1) ?? first;
  return { ...node(c, 'select-body', start, { first, unions }), end: last.end };
};

/** A query nested in brackets. */
export const nestedBody = (c: Cursor): SelectBody => {
  const nothing = (): SelectBody => {
    const { start } = peek(c);
    const empty = {
      kind: 'select',
      start,
      end: start,
      parent: null,
      keyword: { start, end: start },
    } as const;
    const field = node(c, 'select-field', start, { expression: missing(c), alias: null });
    return node(c, 'select-body', start, {
      first: {
        ...empty,
        allowed: null,
        distinct: null,
        top: null,
        fields: [field],
        into: null,
        from: [],
        where: null,
        groupBy: null,
        having: null,
        forUpdate: null,
        indexBy: null,
        orderBy: null,
      },
      unions: [],
    });
  };
  return deeper(c, () => selectBody(c, { orderBy: null }), nothing);
};
