import type { Static } from 'typebox';
import { joinSql, type Reader, type Sql, sql } from '#platform/server/database';
import type { SessionState } from '../../contract/index.ts';

export interface SessionListRow {
  readonly id: string;
  readonly quest_id: string;
  readonly title: string;
  readonly user_id: string | null;
  readonly team_id: string | null;
  readonly state: Static<typeof SessionState>;
  readonly test: boolean;
  readonly ranked: boolean;
  readonly score: number;
  readonly penalties: number;
  readonly started_at: Date;
  readonly finished_at: Date | null;
}

export interface SessionFilter {
  readonly playerId?: string | undefined;
  readonly questId?: string | undefined;
  readonly state?: Static<typeof SessionState> | undefined;
  readonly suspicious?: boolean | undefined;
  /** Test walks are an author's own business. */
  readonly withTests: boolean;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Newest first. */
export function findSessions(reader: Reader, filter: SessionFilter): Promise<SessionListRow[]> {
  const conditions: Sql[] = [sql`true`];
  if (filter.playerId !== undefined)
    conditions.push(sql`EXISTS (SELECT 1 FROM quests.session_player p
      WHERE p.session_id = s.id AND p.user_id = ${filter.playerId}::uuid)`);
  if (filter.questId !== undefined) conditions.push(sql`s.quest_id = ${filter.questId}::uuid`);
  if (filter.state !== undefined) conditions.push(sql`s.state = ${filter.state}`);
  if (filter.suspicious !== undefined) conditions.push(sql`s.suspicious = ${filter.suspicious}`);
  if (!filter.withTests) conditions.push(sql`NOT s.test`);
  if (filter.before !== undefined) conditions.push(sql`s.id < ${filter.before}::uuid`);
  return reader.rows<SessionListRow>(sql`
    SELECT s.id, s.quest_id, v.content ->> 'title' AS title, s.user_id, s.team_id, s.state, s.test, s.ranked, s.score, s.penalties,
      s.started_at, s.finished_at
    FROM quests.session s JOIN quests.version v ON v.quest_id = s.quest_id AND v.number = s.version
    WHERE ${joinSql(conditions, sql` AND `)} ORDER BY s.id DESC LIMIT ${filter.limit}`);
}

export interface WaitingRow {
  readonly session_id: string;
  readonly point_id: string;
  readonly arrived_at: Date;
  readonly player_ids: string[];
}

/** Sessions of a quest that stand at one of these points. */
export function findWaiting(
  reader: Reader,
  questId: string,
  pointIds: readonly string[],
): Promise<WaitingRow[]> {
  return reader.rows<WaitingRow>(sql`
    SELECT p.session_id, p.point_id, p.arrived_at,
      ARRAY(SELECT l.user_id FROM quests.session_player l WHERE l.session_id = s.id ORDER BY l.user_id) AS player_ids
    FROM quests.session s JOIN quests.session_point p ON p.session_id = s.id
    WHERE s.quest_id = ${questId}::uuid AND s.state = 'active' AND p.status = 'arrived'
      AND p.point_id = ANY(${pointIds}::uuid[])
    ORDER BY p.arrived_at LIMIT 100`);
}

export interface FigureRow {
  readonly point_id: string;
  readonly reached: number;
  readonly arrived: number;
  readonly done: number;
  readonly skipped: number;
  readonly hints: number;
  readonly wrong: number;
  readonly stuck: number;
  readonly median_seconds: number | null;
}

/** How players fared at each point; somebody who stands still for a day counts as having left there. */
export function findPointFigures(reader: Reader, questId: string, now: Date): Promise<FigureRow[]> {
  return reader.rows<FigureRow>(sql`
    SELECT p.point_id, count(*)::int AS reached, count(p.arrived_at)::int AS arrived,
      count(*) FILTER (WHERE p.status = 'done')::int AS done,
      count(*) FILTER (WHERE p.status = 'skipped')::int AS skipped,
      coalesce(sum(cardinality(p.hints)), 0)::int AS hints, coalesce(sum(p.wrong), 0)::int AS wrong,
      count(*) FILTER (WHERE p.status IN ('open', 'arrived') AND (s.state = 'abandoned'
        OR (s.state = 'active' AND p.opened_at < ${now}::timestamptz - interval '1 day')))::int AS stuck,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM p.finished_at - p.opened_at)) AS median_seconds
    FROM quests.session s JOIN quests.session_point p ON p.session_id = s.id
    WHERE s.quest_id = ${questId}::uuid AND NOT s.test GROUP BY p.point_id`);
}

export interface TotalRow {
  readonly started: number;
  readonly finished: number;
  readonly active: number;
  readonly median_minutes: number | null;
}

export async function findTotals(reader: Reader, questId: string): Promise<TotalRow> {
  const row = await reader.row<TotalRow>(sql`
    SELECT count(*)::int AS started, count(*) FILTER (WHERE state = 'finished')::int AS finished,
      count(*) FILTER (WHERE state = 'active')::int AS active,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - started_at) / 60)
        FILTER (WHERE state = 'finished') AS median_minutes
    FROM quests.session WHERE quest_id = ${questId}::uuid AND NOT test`);
  return row ?? { started: 0, finished: 0, active: 0, median_minutes: null };
}
