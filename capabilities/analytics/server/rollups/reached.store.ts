import { type Sql, sql, type Tx } from '#platform/server/database';
import { detailAnchor } from '../funnels.rules.ts';
import type { FunnelDefinition } from '../index.ts';

/**
 * When the people of waiting events came to each step, as a query of (subject_id, person_id, name, step_id,
 * step_position, reached_at): a step counts from the first time not before the step ahead of it; a step inside the
 * subject from the first time not before the funnel's step ahead of it, whatever the order inside.
 */
export function reachedByWaiting(funnel: FunnelDefinition, subjects: Sql = sql`true`): Sql {
  const steps = funnel.steps.map(({ event }) => event);
  const detail = funnel.detail ?? '';
  return sql`
    WITH RECURSIVE pair AS MATERIALIZED (
      SELECT DISTINCT subject_id, person_id FROM analytics.raw_event
      WHERE NOT rolled AND person_id IS NOT NULL AND name = ANY(${[...steps, detail]}::text[]) AND ${subjects}
    ), step AS (
      SELECT name, place::integer - 1 AS place FROM unnest(${steps}::text[]) WITH ORDINALITY AS s(name, place)
    ), chain AS (
      SELECT subject_id, person_id, ''::text AS name, -1 AS place, '-infinity'::timestamptz AS reached_at FROM pair
      UNION ALL
      SELECT c.subject_id, c.person_id, s.name, s.place, first.reached_at
      FROM chain c JOIN step s ON s.place = c.place + 1
      CROSS JOIN LATERAL (
        SELECT min(at) AS reached_at FROM (
          SELECT e.happened_at AS at FROM analytics.raw_event e
          WHERE e.subject_id = c.subject_id AND e.person_id = c.person_id AND e.name = s.name
            AND e.happened_at >= c.reached_at
          UNION ALL
          SELECT r.reached_at FROM analytics.reached r
          WHERE r.funnel = ${funnel.name} AND r.subject_id = c.subject_id AND r.person_id = c.person_id
            AND r.name = s.name AND r.step_id = '' AND r.reached_at >= c.reached_at
        ) candidates
      ) first
      WHERE first.reached_at IS NOT NULL
    )
    SELECT subject_id, person_id, name, '' AS step_id, 0 AS step_position, reached_at FROM chain WHERE place >= 0
    UNION ALL
    SELECT c.subject_id, c.person_id, ${detail}::text, inside.step_id, inside.step_position, inside.reached_at
    FROM chain c CROSS JOIN LATERAL (
      SELECT e.step_id, max(e.step_position) AS step_position, min(e.happened_at) AS reached_at
      FROM analytics.raw_event e
      WHERE e.subject_id = c.subject_id AND e.person_id = c.person_id AND e.name = ${detail}
        AND e.step_id IS NOT NULL AND e.happened_at >= c.reached_at
      GROUP BY e.step_id
    ) inside
    WHERE c.place = ${detailAnchor(funnel)}`;
}

/** Notes what waiting events reached in a funnel, and counts the open days of their subjects again. */
export async function rollUpFunnel(tx: Tx, funnel: FunnelDefinition): Promise<void> {
  const { name } = funnel;
  await tx.run(sql`
    INSERT INTO analytics.reached AS r
      (funnel, subject_id, person_id, name, step_id, step_position, reached_at)
    SELECT ${name}::text, subject_id, person_id, name, step_id, step_position, reached_at
    FROM (${reachedByWaiting(funnel)}) found
    ON CONFLICT (funnel, subject_id, person_id, name, step_id) DO UPDATE
    SET reached_at = least(r.reached_at, excluded.reached_at), step_position = excluded.step_position
    WHERE r.reached_at > excluded.reached_at OR r.step_position <> excluded.step_position`);
  const subjects = sql`SELECT subject_id FROM analytics.raw_event WHERE NOT rolled`;
  await tx.run(sql`
    DELETE FROM analytics.funnel_daily WHERE funnel = ${name} AND subject_id IN (${subjects})
      AND happened_on >= (SELECT open_from FROM analytics.seal)`);
  await tx.run(sql`
    INSERT INTO analytics.funnel_daily
      (funnel, subject_id, name, step_id, step_position, happened_on, persons)
    SELECT funnel, subject_id, name, step_id, max(step_position), happened_on, count(*)
    FROM (
      SELECT *, (reached_at AT TIME ZONE 'UTC')::date AS happened_on FROM analytics.reached
      WHERE funnel = ${name} AND subject_id IN (${subjects})
    ) r
    WHERE happened_on >= (SELECT open_from FROM analytics.seal)
    GROUP BY funnel, subject_id, name, step_id, happened_on`);
}
