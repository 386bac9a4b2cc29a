import { type Reader, sql } from '#platform/server/database';
import { heatOfWaiting, waitingPairs } from '../rollups/daily.store.ts';

export interface HeatRow {
  readonly subject_id: string;
  readonly heat: number;
}

/** Weighted heat by subject, waiting events included, highest first. */
export function readHeat(
  reader: Reader,
  weights: Readonly<Record<string, number>>,
  limit: number,
  subjectIds: readonly string[] | undefined,
): Promise<readonly HeatRow[]> {
  const among = subjectIds === undefined ? sql`true` : sql`subject_id = ANY(${subjectIds}::text[])`;
  return reader.rows<HeatRow>(sql`
    SELECT subject_id, sum(heat * weight) AS heat
    FROM (
      SELECT name, subject_id, heat FROM analytics.popularity
      UNION ALL
      SELECT name, subject_id, heat FROM (${heatOfWaiting}) fresh
      UNION ALL
      SELECT d.name, d.scope_id, -d.heat FROM analytics.daily d JOIN (${waitingPairs}) w USING (happened_on, name)
      WHERE d.scope = 'subject'
    ) parts
    JOIN unnest(${Object.keys(weights)}::text[], ${Object.values(weights)}::double precision[]) AS by_event(name, weight)
      USING (name)
    WHERE ${among}
    GROUP BY subject_id
    HAVING sum(heat * weight) > 0
    ORDER BY heat DESC, subject_id
    LIMIT ${limit}`);
}
