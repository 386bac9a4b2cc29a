import type { Periods, Totals, TotalsGroup } from '../ast.ts';
import { isPeriod } from '../keywords/keywords.ts';
import { condition } from './conditions.ts';
import {
  acceptKind,
  at,
  atKind,
  type Cursor,
  expect,
  expectKind,
  peek,
  reportExpected,
  take,
} from './cursor.ts';
import { selectFields } from './fields.ts';
import { commaList, optionalAlias } from './names.ts';
import { node } from './node.ts';
import { mustBeValue } from './value.ts';

const periods = (c: Cursor): Periods => {
  const { start } = take(c);
  take(c);
  const { keyword } = peek(c);
  if (isPeriod(keyword)) take(c);
  else reportExpected(c, 'период (ДЕНЬ, МЕСЯЦ, ...)', 'a period (DAY, MONTH, ...)');
  const bound = () => {
    if (acceptKind(c, ',') === null || atKind(c, ',') || atKind(c, ')')) return null;
    return mustBeValue(c, condition(c));
  };
  const from = bound();
  const to = bound();
  expectKind(c, ')');
  return node(c, 'periods', start, { period: isPeriod(keyword) ? keyword : 'DAY', from, to });
};

const group = (c: Cursor): TotalsGroup => {
  const { start } = peek(c);
  if (at(c, 'OVERALL')) {
    take(c);
    return node(c, 'totals-group', start, { expression: null, hierarchy: null, periods: null, alias: null });
  }
  const expression = mustBeValue(c, condition(c));
  let hierarchy: TotalsGroup['hierarchy'] = null;
  if (at(c, 'ONLY') && at(c, 'HIERARCHY', 1)) {
    take(c);
    hierarchy = 'only';
  } else if (at(c, 'HIERARCHY')) hierarchy = 'hierarchy';
  if (hierarchy !== null) take(c);
  const byPeriods = hierarchy === null && at(c, 'PERIODS') && atKind(c, '(', 1) ? periods(c) : null;
  const alias = optionalAlias(c);
  return node(c, 'totals-group', start, { expression, hierarchy, periods: byPeriods, alias });
};

/** `ИТОГИ [поля] ПО группы`, from its word on. */
export const totals = (c: Cursor): Totals => {
  const { start } = take(c);
  const fields = at(c, 'BY') ? [] : selectFields(c);
  const groups = expect(c, 'BY', 'ПО') ? commaList(c, () => group(c)) : [];
  return node(c, 'totals', start, { fields, groups });
};
