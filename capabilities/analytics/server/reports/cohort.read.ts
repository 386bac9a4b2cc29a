import { type Reader, sql } from '#platform/server/database';
import type { DayRange } from './scope.ts';

export interface CohortCell {
  readonly first_week: string;
  /** Weeks after the first. */
  readonly weeks_later: number;
  readonly persons: number;
}

/** Cohorts whose first week begins in the range; empty `ownerId` for everything. */
export function readCohortCells(
  reader: Reader,
  ownerId: string,
  { from, to }: DayRange,
): Promise<readonly CohortCell[]> {
  return reader.rows<CohortCell>(sql`
    SELECT to_char(first_week, 'YYYY-MM-DD') AS first_week, (week - first_week) / 7 AS weeks_later, persons
    FROM analytics.cohort_week
    WHERE owner_id = ${ownerId}
      AND first_week BETWEEN date_trunc('week', ${from}::date::timestamp)::date AND ${to}::date
    ORDER BY first_week, week`);
}
