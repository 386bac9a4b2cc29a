import type { Static } from 'typebox';
import { type Reader, sql, type Tx } from '#platform/server/database';
import type { MoveOutcome, SessionState } from '../../contract/index.ts';
import type { PointProgress } from './progress.rules.ts';

export interface SessionRow {
  readonly id: string;
  readonly quest_id: string;
  readonly version: number;
  readonly user_id: string | null;
  readonly team_id: string | null;
  readonly test: boolean;
  readonly state: Static<typeof SessionState>;
  readonly point_order: string[];
  readonly adjustment: number;
  readonly suspicious: boolean;
  readonly ranked_override: boolean | null;
  readonly score: number;
  readonly penalties: number;
  readonly hints_taken: number;
  readonly ranked: boolean;
  readonly revision: number;
  readonly salt: string;
  readonly card_file_id: string | null;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly player_ids: string[];
}

const columns = sql`s.id, s.quest_id, s.version, s.user_id, s.team_id, s.test, s.state, s.point_order, s.adjustment,
  s.suspicious, s.ranked_override, s.score, s.penalties, s.hints_taken, s.ranked, s.revision, s.salt, s.card_file_id,
  s.started_at, s.finished_at,
  ARRAY(SELECT p.user_id FROM quests.session_player p WHERE p.session_id = s.id ORDER BY p.user_id) AS player_ids`;

export function findSession(reader: Reader, id: string): Promise<SessionRow | undefined> {
  return reader.row<SessionRow>(sql`SELECT ${columns} FROM quests.session s WHERE s.id = ${id}::uuid`);
}

/** Moves of a session happen one after another. */
export function lockSession(tx: Tx, id: string): Promise<SessionRow | undefined> {
  return tx.row<SessionRow>(sql`SELECT ${columns} FROM quests.session s WHERE s.id = ${id}::uuid FOR UPDATE`);
}

export function findActive(
  reader: Reader,
  who: { readonly userId: string; readonly questId: string; readonly test: boolean },
): Promise<SessionRow | undefined> {
  return reader.row<SessionRow>(sql`
    SELECT ${columns} FROM quests.session s
    JOIN quests.session_player p ON p.session_id = s.id AND p.user_id = ${who.userId}::uuid
    WHERE s.quest_id = ${who.questId}::uuid AND s.state = 'active' AND s.test = ${who.test}
    ORDER BY s.id DESC LIMIT 1`);
}

type NewSession = Pick<
  SessionRow,
  | 'id'
  | 'quest_id'
  | 'version'
  | 'user_id'
  | 'team_id'
  | 'test'
  | 'point_order'
  | 'salt'
  | 'started_at'
  | 'player_ids'
>;

/** False when the person has a running session of this quest already. */
export async function insertSession(tx: Tx, row: NewSession): Promise<boolean> {
  const inserted = await tx.run(sql`
    INSERT INTO quests.session (id, quest_id, version, user_id, team_id, test, state, point_order, salt, started_at)
    VALUES (${row.id}, ${row.quest_id}, ${row.version}, ${row.user_id}, ${row.team_id}, ${row.test}, 'active',
      ${row.point_order}::uuid[], ${row.salt}, ${row.started_at})
    ON CONFLICT (user_id, quest_id) WHERE state = 'active' AND NOT test DO NOTHING`);
  if (inserted === 0) return false;
  await tx.run(sql`
    INSERT INTO quests.session_player (session_id, user_id)
    SELECT ${row.id}::uuid, unnest(${row.player_ids}::uuid[])`);
  return true;
}

type SessionChange = Pick<
  SessionRow,
  | 'id'
  | 'state'
  | 'adjustment'
  | 'suspicious'
  | 'ranked_override'
  | 'score'
  | 'penalties'
  | 'hints_taken'
  | 'ranked'
  | 'finished_at'
>;

export async function updateSession(tx: Tx, row: SessionChange): Promise<void> {
  await tx.run(sql`
    UPDATE quests.session SET state = ${row.state}, adjustment = ${row.adjustment}, suspicious = ${row.suspicious},
      ranked_override = ${row.ranked_override}, score = ${row.score}, penalties = ${row.penalties},
      hints_taken = ${row.hints_taken}, ranked = ${row.ranked}, finished_at = ${row.finished_at},
      revision = revision + 1
    WHERE id = ${row.id}::uuid`);
}

export async function setCard(tx: Tx, sessionId: string, fileId: string): Promise<void> {
  await tx.run(sql`UPDATE quests.session SET card_file_id = ${fileId} WHERE id = ${sessionId}::uuid`);
}

interface PointRow {
  readonly point_id: string;
  readonly status: PointProgress['status'];
  readonly opened_at: Date;
  readonly tried_at: Date | null;
  readonly arrived_at: Date | null;
  readonly finished_at: Date | null;
  readonly believed: boolean;
  readonly wrong: number;
  readonly hints: string[];
  readonly earned: number;
  readonly lost: number;
}

export async function findProgress(reader: Reader, sessionId: string): Promise<Map<string, PointProgress>> {
  const rows = await reader.rows<PointRow>(sql`
    SELECT point_id, status, opened_at, tried_at, arrived_at, finished_at, believed, wrong, hints, earned, lost
    FROM quests.session_point WHERE session_id = ${sessionId}::uuid`);
  return new Map(
    rows.map((row) => [
      row.point_id,
      {
        pointId: row.point_id,
        status: row.status,
        openedAt: row.opened_at,
        triedAt: row.tried_at,
        arrivedAt: row.arrived_at,
        finishedAt: row.finished_at,
        believed: row.believed,
        wrong: row.wrong,
        hints: row.hints,
        earned: row.earned,
        lost: row.lost,
      },
    ]),
  );
}

export async function saveProgress(
  tx: Tx,
  sessionId: string,
  points: readonly PointProgress[],
): Promise<void> {
  if (points.length === 0) return;
  const records = JSON.stringify(
    points.map((point) => ({
      point_id: point.pointId,
      status: point.status,
      opened_at: point.openedAt,
      tried_at: point.triedAt,
      arrived_at: point.arrivedAt,
      finished_at: point.finishedAt,
      believed: point.believed,
      wrong: point.wrong,
      hints: point.hints,
      earned: point.earned,
      lost: point.lost,
    })),
  );
  await tx.run(sql`
    INSERT INTO quests.session_point (session_id, point_id, status, opened_at, tried_at, arrived_at, finished_at,
      believed, wrong, hints, earned, lost)
    SELECT ${sessionId}::uuid, point_id, status, opened_at, tried_at, arrived_at, finished_at, believed, wrong,
      ARRAY(SELECT jsonb_array_elements_text(hints)), earned, lost
    FROM jsonb_to_recordset(${records}::jsonb) AS r(point_id uuid, status text, opened_at timestamptz,
      tried_at timestamptz, arrived_at timestamptz, finished_at timestamptz, believed boolean, wrong integer,
      hints jsonb, earned integer, lost integer)
    ON CONFLICT (session_id, point_id) DO UPDATE SET status = excluded.status, tried_at = excluded.tried_at,
      arrived_at = excluded.arrived_at, finished_at = excluded.finished_at, believed = excluded.believed,
      wrong = excluded.wrong, hints = excluded.hints, earned = excluded.earned, lost = excluded.lost`);
}

export interface MoveRow {
  readonly clientId: string;
  readonly userId: string;
  readonly kind: string;
  readonly outcome: Static<typeof MoveOutcome>;
  readonly madeAt: Date;
  readonly receivedAt: Date;
}

/** What was answered to these moves before, by the device's id. */
export async function findOutcomes(
  reader: Reader,
  sessionId: string,
  clientIds: readonly string[],
): Promise<Map<string, Static<typeof MoveOutcome>>> {
  const rows = await reader.rows<{ client_id: string; outcome: Static<typeof MoveOutcome> }>(sql`
    SELECT client_id, outcome FROM quests.session_move
    WHERE session_id = ${sessionId}::uuid AND client_id = ANY(${clientIds}::uuid[])`);
  return new Map(rows.map((row) => [row.client_id, row.outcome]));
}

export async function insertMoves(tx: Tx, sessionId: string, moves: readonly MoveRow[]): Promise<void> {
  if (moves.length === 0) return;
  const records = JSON.stringify(moves);
  await tx.run(sql`
    INSERT INTO quests.session_move (session_id, client_id, user_id, kind, point_id, outcome, made_at, received_at)
    SELECT ${sessionId}::uuid, "clientId", "userId", kind, (outcome ->> 'point_id')::uuid, outcome, "madeAt", "receivedAt"
    FROM jsonb_to_recordset(${records}::jsonb) AS r("clientId" uuid, "userId" uuid, kind text, outcome jsonb,
      "madeAt" timestamptz, "receivedAt" timestamptz)`);
}
