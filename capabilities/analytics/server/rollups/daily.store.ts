import { type Sql, sql, type Tx } from '#platform/server/database';
import { heatAt } from './decay.ts';

/** Days and events with something that is not rolled up yet. */
export const waitingPairs: Sql = sql`SELECT DISTINCT happened_on, name FROM analytics.raw_event WHERE NOT rolled`;

/** A subject's heat of a day: each person once for each event, people nobody knows each time. */
export const heatOfWaiting: Sql = sql`
  SELECT happened_on, name, subject_id, sum(heat) AS heat FROM (
    SELECT e.happened_on, e.name, e.subject_id, max(${heatAt(sql`e.happened_at`)}) AS heat
    FROM analytics.raw_event e JOIN (${waitingPairs}) w USING (happened_on, name)
    GROUP BY e.happened_on, e.name, e.subject_id, coalesce(e.person_id, e.id)
  ) once GROUP BY happened_on, name, subject_id`;

/** Takes the counts of waiting days away, and their heat out of popularity. */
async function removeWaiting(tx: Tx): Promise<void> {
  await tx.run(sql`
    WITH gone AS (
      DELETE FROM analytics.daily d USING (${waitingPairs}) w
      WHERE d.happened_on = w.happened_on AND d.name = w.name
      RETURNING d.name, d.scope, d.scope_id, d.heat
    ), less AS (
      SELECT name, scope_id AS subject_id, sum(heat) AS heat FROM gone WHERE scope = 'subject'
      GROUP BY name, scope_id
    )
    UPDATE analytics.popularity p SET heat = greatest(0, p.heat - less.heat)
    FROM less WHERE p.name = less.name AND p.subject_id = less.subject_id`);
}

async function insertWaiting(tx: Tx): Promise<void> {
  await tx.run(sql`
    INSERT INTO analytics.daily
      (happened_on, name, scope, scope_id, events, persons, amount_count, amount_sum, amount_p50, heat)
    SELECT c.happened_on, c.name, c.scope, c.scope_id, c.events, c.persons, c.amount_count, c.amount_sum, c.amount_p50,
           coalesce(h.heat, 0)
    FROM (
      SELECT e.happened_on, e.name,
        CASE WHEN grouping(e.subject_id) = 0 THEN 'subject' WHEN grouping(s.owner_id) = 0 THEN 'owner' ELSE 'all' END
          AS scope,
        CASE WHEN grouping(e.subject_id) = 0 THEN e.subject_id WHEN grouping(s.owner_id) = 0 THEN s.owner_id::text
          ELSE '' END AS scope_id,
        count(*) AS events, count(DISTINCT e.person_id) AS persons, count(e.amount) AS amount_count,
        coalesce(sum(e.amount), 0) AS amount_sum,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY e.amount) AS amount_p50
      FROM analytics.raw_event e JOIN (${waitingPairs}) w USING (happened_on, name)
      LEFT JOIN analytics.subject s ON s.subject_id = e.subject_id
      GROUP BY GROUPING SETS ((e.happened_on, e.name), (e.happened_on, e.name, s.owner_id),
                              (e.happened_on, e.name, e.subject_id))
    ) c
    LEFT JOIN (${heatOfWaiting}) h
      ON c.scope = 'subject' AND h.subject_id = c.scope_id AND h.name = c.name AND h.happened_on = c.happened_on
    WHERE c.scope_id IS NOT NULL`);
}

async function addHeat(tx: Tx): Promise<void> {
  await tx.run(sql`
    INSERT INTO analytics.popularity AS p (name, subject_id, heat)
    SELECT d.name, d.scope_id, sum(d.heat) FROM analytics.daily d JOIN (${waitingPairs}) w USING (happened_on, name)
    WHERE d.scope = 'subject' GROUP BY d.name, d.scope_id
    ON CONFLICT (name, subject_id) DO UPDATE SET heat = p.heat + excluded.heat`);
}

/** Counts every waiting day again from its raw events. */
export async function rollUpDays(tx: Tx): Promise<void> {
  await removeWaiting(tx);
  await insertWaiting(tx);
  await addHeat(tx);
}

/** Popularity from nothing but the daily counts: what rolling up keeps up to date step by step. */
export async function rebuildPopularity(tx: Tx): Promise<void> {
  await tx.run(sql`DELETE FROM analytics.popularity`);
  await tx.run(sql`
    INSERT INTO analytics.popularity (name, subject_id, heat)
    SELECT name, scope_id, sum(heat) FROM analytics.daily WHERE scope = 'subject' GROUP BY name, scope_id`);
}
