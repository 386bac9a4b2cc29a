import { type Sql, sql } from '#platform/server/database';

/** Days after which an event counts half. */
export const halfLifeDays = 14;
const halfLifeSeconds = halfLifeDays * 86_400;
/** Heat is measured from here: later events weigh more, so that sums need no ageing (forward decay). Good until 2065. */
const landmark = '2026-01-01T00:00:00Z';

/** What an event of that moment adds, as SQL. */
export function heatAt(moment: Sql): Sql {
  return sql`power(2::double precision,
    extract(epoch FROM ${moment} - ${landmark}::timestamptz)::double precision / ${halfLifeSeconds}::double precision)`;
}

/** What heat is worth at that moment. */
export function worthOfHeat(now: Date): number {
  return 2 ** (-(now.getTime() - Date.parse(landmark)) / 1_000 / halfLifeSeconds);
}
