import { type Reader, sql } from '#platform/server/database';
import { waitingPairs } from '../rollups/daily.store.ts';
import { type DayRange, type ReportScope, scopeIdOf, subjectsOf } from './scope.ts';

/** Counts of one event on one day. */
export interface DailyCounts {
  readonly day: string;
  readonly name: string;
  readonly events: number;
  readonly persons: number;
  readonly amount_count: number;
  readonly amount_sum: number;
  readonly amount_p50: number | null;
}

/** Rolled-up days, and days with waiting events counted from the raw ones; by day, then event. */
export function readDaily(
  reader: Reader,
  scope: ReportScope,
  { from, to }: DayRange,
  names: readonly string[] | undefined,
): Promise<readonly DailyCounts[]> {
  const named = names === undefined ? sql`true` : sql`name = ANY(${names}::text[])`;
  return reader.rows<DailyCounts>(sql`
    WITH waiting AS MATERIALIZED (${waitingPairs})
    SELECT to_char(happened_on, 'YYYY-MM-DD') AS day, name, events, persons, amount_count, amount_sum, amount_p50
    FROM (
      SELECT happened_on, name, events, persons, amount_count, amount_sum, amount_p50
      FROM analytics.daily
      WHERE scope = ${scope.kind} AND scope_id = ${scopeIdOf(scope)}
        AND (happened_on, name) NOT IN (SELECT w.happened_on, w.name FROM waiting w)
      UNION ALL
      SELECT happened_on, name, count(*)::integer, count(DISTINCT person_id)::integer, count(amount)::integer,
             coalesce(sum(amount), 0), percentile_cont(0.5) WITHIN GROUP (ORDER BY amount)
      FROM analytics.raw_event JOIN waiting USING (happened_on, name)
      WHERE ${subjectsOf(scope)}
      GROUP BY happened_on, name
    ) counts
    WHERE happened_on BETWEEN ${from}::date AND ${to}::date AND ${named}
    ORDER BY happened_on, name`);
}

/** Different people and the true median of a whole range. */
export interface ExactCounts {
  readonly name: string;
  readonly persons: number;
  readonly amount_p50: number | null;
}

/** From the raw events; right only for ranges that have not lost any. */
export function readExact(
  reader: Reader,
  scope: ReportScope,
  { from, to }: DayRange,
): Promise<readonly ExactCounts[]> {
  return reader.rows<ExactCounts>(sql`
    SELECT name, count(DISTINCT person_id)::integer AS persons,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) AS amount_p50
    FROM analytics.raw_event
    WHERE happened_on BETWEEN ${from}::date AND ${to}::date AND ${subjectsOf(scope)}
    GROUP BY name`);
}

/** The first day that still has its raw events. */
export async function readOpenFrom(reader: Reader): Promise<string> {
  const row = await reader.row<{ day: string }>(
    sql`SELECT to_char(open_from, 'YYYY-MM-DD') AS day FROM analytics.seal`,
  );
  return row?.day ?? '2020-01-01';
}
