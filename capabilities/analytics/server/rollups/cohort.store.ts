import { sql, type Tx } from '#platform/server/database';

const weekOf = (moment: ReturnType<typeof sql>) => sql`date_trunc('week', (${moment})::timestamp)::date`;

/** Notes the weeks of waiting events and counts again every whole week since the first of them. */
export async function rollUpCohorts(tx: Tx): Promise<void> {
  await tx.run(sql`
    INSERT INTO analytics.person_week (owner_id, person_id, week)
    SELECT DISTINCT o.owner_id, e.person_id, ${weekOf(sql`e.happened_on`)}
    FROM analytics.raw_event e LEFT JOIN analytics.subject s ON s.subject_id = e.subject_id
    CROSS JOIN LATERAL (VALUES (''), (s.owner_id::text)) o(owner_id)
    WHERE NOT e.rolled AND e.person_id IS NOT NULL AND o.owner_id IS NOT NULL
    ON CONFLICT DO NOTHING`);
  const since = sql`(
    SELECT greatest(
      (SELECT ${weekOf(sql`min(happened_on)`)} FROM analytics.raw_event WHERE NOT rolled),
      -- A week that lost a day of its raw events has lost people: it stays as it was counted.
      (SELECT ${weekOf(sql`open_from + 6`)} FROM analytics.seal)))`;
  await tx.run(sql`DELETE FROM analytics.cohort_week WHERE week >= ${since}`);
  await tx.run(sql`
    INSERT INTO analytics.cohort_week (owner_id, first_week, week, persons)
    SELECT owner_id, first_week, week, count(*)
    FROM (SELECT owner_id, week, min(week) OVER (PARTITION BY owner_id, person_id) AS first_week
          FROM analytics.person_week) weeks
    WHERE week >= ${since} GROUP BY owner_id, first_week, week`);
}
