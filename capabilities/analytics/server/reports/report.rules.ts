import type { Cohorts, FunnelReport, Overview, Series } from '../../contract/index.ts';
import { labelOf } from '../funnels.rules.ts';
import type { FunnelDefinition } from '../index.ts';
import type { CohortCell } from './cohort.read.ts';
import type { DailyCounts, ExactCounts } from './daily.read.ts';
import type { StepCount } from './funnel.read.ts';
import { daysOf } from './range.rules.ts';
import type { DayRange } from './scope.ts';

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The funnel with its conversion. */
export function funnelReport(
  funnel: FunnelDefinition,
  range: DayRange,
  counts: readonly StepCount[],
): FunnelReport {
  const persons = (event: string): number =>
    counts.find(({ name, step_id: inside }) => name === event && inside === '')?.persons ?? 0;
  const first = persons(funnel.steps[0]?.event ?? '');
  return {
    name: funnel.name,
    label: funnel.label,
    ...range,
    steps: funnel.steps.map(({ event, label }, place) => ({
      event,
      label,
      persons: persons(event),
      share_of_first: share(persons(event), first),
      share_of_previous: share(persons(event), persons(funnel.steps[place - 1]?.event ?? event)),
    })),
    detail: counts.flatMap(({ step_id, position, persons: came }) =>
      step_id === '' ? [] : [{ step_id, position, persons: came, share_of_first: share(came, first) }],
    ),
  };
}

/** The middle of daily medians, each as heavy as its number of values. */
export function weightedMedian(
  days: readonly { readonly amount_count: number; readonly amount_p50: number | null }[],
): number | null {
  const sorted = days
    .flatMap(({ amount_count: weight, amount_p50: value }) => (value === null ? [] : [{ weight, value }]))
    .toSorted((left, right) => left.value - right.value);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let seen = 0;
  for (const { weight, value } of sorted) {
    seen += weight;
    if (seen >= half) return value;
  }
  return null;
}

/** Each event of the range; `exact` is undefined when raw events of the range are gone. */
export function overviewOf(options: {
  readonly range: DayRange;
  readonly exactFrom: string;
  readonly daily: readonly DailyCounts[];
  readonly exact: readonly ExactCounts[] | undefined;
  readonly definitions: readonly FunnelDefinition[];
}): Overview {
  const { range, exactFrom, daily, exact, definitions } = options;
  const byEvent = [...Map.groupBy(daily, ({ name }) => name)];
  const items = byEvent.map(([event, days]) => {
    const sum = (pick: (counts: DailyCounts) => number): number =>
      days.reduce((total, counts) => total + pick(counts), 0);
    const known = exact?.find(({ name }) => name === event);
    return {
      event,
      label: labelOf(definitions, event),
      events: sum(({ events }) => events),
      persons: known?.persons ?? sum(({ persons }) => persons),
      value_count: sum(({ amount_count: count }) => count),
      value_sum: sum(({ amount_sum: total }) => total),
      value_p50: known === undefined ? weightedMedian(days) : known.amount_p50,
      exact: known !== undefined,
    };
  });
  const order = definitions.flatMap(({ steps }) => steps.map(({ event }) => event));
  return {
    ...range,
    exact_from: exactFrom,
    items: items.toSorted(
      (left, right) => placeIn(order, left.event) - placeIn(order, right.event) || byName(left, right),
    ),
  };
}

/** Events of funnels stand in the order of their steps, others after them. */
function placeIn(order: readonly string[], event: string): number {
  const at = order.indexOf(event);
  return at < 0 ? order.length : at;
}

const byName = (left: { readonly event: string }, right: { readonly event: string }): number =>
  left.event < right.event ? -1 : 1;

/** One event day by day, quiet days included. */
export function seriesOf(event: string, range: DayRange, daily: readonly DailyCounts[]): Series {
  const known = new Map(daily.map((counts) => [counts.day, counts]));
  const items = daysOf(range).map((day) => {
    const counts = known.get(day);
    return {
      day,
      events: counts?.events ?? 0,
      persons: counts?.persons ?? 0,
      value_count: counts?.amount_count ?? 0,
      value_sum: counts?.amount_sum ?? 0,
      value_p50: counts?.amount_p50 ?? null,
    };
  });
  return { event, ...range, items };
}

/** Cohorts with weeks in which nobody came filled by 0. */
export function cohortsOf(cells: readonly CohortCell[]): Cohorts {
  const items = [...Map.groupBy(cells, ({ first_week: week }) => week)].map(([week, row]) => {
    const last = Math.max(...row.map(({ weeks_later: later }) => later));
    const returned = Array.from(
      { length: last + 1 },
      (_, later) => row.find((cell) => cell.weeks_later === later)?.persons ?? 0,
    );
    return { week, persons: returned[0] ?? 0, returned };
  });
  return { items };
}
