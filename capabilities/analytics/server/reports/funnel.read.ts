import { type Reader, sql } from '#platform/server/database';
import type { FunnelDefinition } from '../index.ts';
import { reachedByWaiting } from '../rollups/reached.store.ts';
import { type DayRange, type ReportScope, subjectsOf } from './scope.ts';

export interface StepCount {
  readonly name: string;
  /** Empty for the funnel's own steps. */
  readonly step_id: string;
  readonly position: number;
  readonly persons: number;
}

/** People by step: rolled-up days, and whom waiting events brought further. */
export function readSteps(
  reader: Reader,
  funnel: FunnelDefinition,
  scope: ReportScope,
  { from, to }: DayRange,
): Promise<readonly StepCount[]> {
  const inside = scope.kind === 'subject' ? sql`true` : sql`step_id = ''`;
  return reader.rows<StepCount>(sql`
    WITH found AS MATERIALIZED (${reachedByWaiting(funnel, subjectsOf(scope))})
    SELECT name, step_id, (array_agg(step_position ORDER BY happened_on DESC))[1] AS position,
           sum(persons)::integer AS persons
    FROM (
      SELECT name, step_id, step_position, happened_on, persons FROM analytics.funnel_daily
      WHERE funnel = ${funnel.name} AND ${subjectsOf(scope)}
      UNION ALL
      SELECT f.name, f.step_id, f.step_position, (f.reached_at AT TIME ZONE 'UTC')::date, 1 FROM found f
      WHERE NOT EXISTS (
        SELECT FROM analytics.reached r
        WHERE r.funnel = ${funnel.name} AND r.subject_id = f.subject_id AND r.person_id = f.person_id
          AND r.name = f.name AND r.step_id = f.step_id)
    ) counts
    WHERE happened_on BETWEEN ${from}::date AND ${to}::date AND ${inside}
    GROUP BY name, step_id
    ORDER BY position, step_id`);
}
