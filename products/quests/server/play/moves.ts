import type { Static } from 'typebox';
import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Files } from '#capabilities/files/server';
import type { CheckInRule, Fix, Geo } from '#capabilities/geo/server';
import type { Moderation } from '#capabilities/moderation/server';
import type { Database, Tx } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { Realtime } from '#platform/server/realtime';
import type { Move, MoveOutcome, Point } from '../../contract/index.ts';
import type { Catalogue } from '../rooms.ts';
import { findCheckIns, insertCheckIn } from './check-in.store.ts';
import { applyMove, type MoveResult } from './moves.rules.ts';
import { insertPhoto } from './photo.store.ts';
import type { Recording } from './recording.ts';
import { findOutcomes, insertMoves, type MoveRow } from './session.store.ts';
import type { OpenSession, Sessions } from './sessions.ts';

/** Plays. */
export interface Moves {
  /** In their order, one transaction: either all are recorded or none. A repeat answers what it answered before. */
  make(
    caller: Caller,
    sessionId: string,
    moves: readonly Move[],
    offline: boolean,
  ): Promise<readonly Static<typeof MoveOutcome>[]>;
}

export interface MovesNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly realtime: Realtime;
  readonly catalogue: Catalogue;
  readonly geo: Geo;
  readonly moderation: Moderation;
  readonly files: Files;
  readonly sessions: Sessions;
  readonly recording: Recording;
}

/** Metres per second above which the way between two check-ins is implausible, by the quest's vehicle. */
const plausibleSpeeds: Readonly<Record<string, number>> = {
  walk: 12,
  bicycle: 20,
  car: 60,
  'public-transport': 60,
};

const fixOf = ({ at, mock, ...place }: Extract<Move, { kind: 'check_in' }>['fixes'][number]): Fix => ({
  ...place,
  at: new Date(at),
  ...(mock === undefined ? {} : { mock }),
});

/** The device's clock may be wrong; nothing happened before the session or later than now. */
function momentOf(move: Move, startedAt: Date, now: Date): Date {
  const at = Date.parse(move.at);
  return new Date(Math.min(Math.max(at, startedAt.getTime()), now.getTime()));
}

function ruleOf(
  { place_settings: { lat, lng, radius, strict } }: Point,
  plausibleSpeed: number,
): CheckInRule {
  return { at: { lat, lng }, radius, strict, plausibleSpeed };
}

export function createMoves(needs: MovesNeeds): Moves {
  const { database, clock, realtime, catalogue, geo, moderation, files, sessions, recording } = needs;

  interface Round {
    readonly caller: Caller;
    readonly now: Date;
    readonly offline: boolean;
    readonly plausibleSpeed: number;
  }

  async function play(tx: Tx, session: OpenSession, move: Move, round: Round): Promise<MoveResult> {
    const { now, offline, plausibleSpeed } = round;
    const at = momentOf(move, session.row.started_at, now);
    const fixes = move.kind === 'check_in' ? move.fixes.map(fixOf) : [];
    const previous = move.kind === 'check_in' ? await findCheckIns(tx, session.row.id) : [];
    const checkIn = (point: Point) =>
      geo.checkIn(ruleOf(point, plausibleSpeed), fixes, { previous, receivedAt: now, offline });
    const result = applyMove(session.version, session.walk, move, { at, checkIn });
    await remember(tx, session, move, { result, fixes, checkIn, round });
    return result;
  }

  interface Aftermath {
    readonly result: MoveResult;
    readonly fixes: readonly Fix[];
    readonly checkIn: (point: Point) => ReturnType<Geo['checkIn']>;
    readonly round: Round;
  }

  async function remember(
    tx: Tx,
    session: OpenSession,
    move: Move,
    { result, fixes, checkIn, round }: Aftermath,
  ): Promise<void> {
    const { outcome, strange } = result;
    const point = session.version.points.find(({ id }) => id === outcome.point_id);
    const fix = fixes.at(-1);
    if (move.kind === 'check_in' && outcome.outcome === 'done' && point !== undefined && fix !== undefined) {
      const verdict = checkIn(point);
      const id = await insertCheckIn(tx, session.row.id, {
        pointId: point.id,
        fix,
        verdict,
        receivedAt: round.now,
      });
      if (strange && !session.row.test)
        await moderation.open(tx, {
          kind: 'quests.check_in',
          subjectId: id,
          authorId: round.caller.userId,
          flags: [{ code: 'spoof', score: verdict.spoofScore }],
        });
    }
    if (move.kind === 'answer' && 'file_id' in move.answer && outcome.outcome === 'done') {
      await keepPhoto(tx, session, { pointId: move.point_id, fileId: move.answer.file_id }, round);
    }
  }

  async function keepPhoto(
    tx: Tx,
    { row }: OpenSession,
    { pointId, fileId }: { readonly pointId: string; readonly fileId: string },
    { caller, now }: Round,
  ): Promise<void> {
    const id = newId(now.getTime());
    await files.attach(tx, {
      ownerId: caller.userId,
      purpose: 'quests.task_photo',
      subjectId: row.id,
      fileIds: [fileId],
    });
    await insertPhoto(tx, { id, sessionId: row.id, pointId, fileId, userId: caller.userId, madeAt: now });
    if (row.test) return;
    const { flags } = await moderation.inspectImages(tx, [fileId]);
    await moderation.open(tx, { kind: 'quests.photo', subjectId: id, authorId: caller.userId, flags });
  }

  return {
    make: (caller, sessionId, moves, offline) =>
      database.transaction(async (tx) => {
        const opened = await sessions.lock(tx, sessionId, (row) => row.player_ids.includes(caller.userId));
        const known = await findOutcomes(
          tx,
          sessionId,
          moves.map((move) => move.client_id),
        );
        const quest = await catalogue.brief(tx, opened.row.quest_id);
        const round: Round = {
          caller,
          now: clock(),
          offline,
          plausibleSpeed: plausibleSpeeds[quest?.vehicle ?? ''] ?? 12,
        };
        const made: MoveRow[] = [];
        let session = opened;
        for (const move of moves) {
          if (known.has(move.client_id)) continue;
          const { walk, outcome } = await play(tx, session, move, round);
          session = { ...session, walk };
          known.set(move.client_id, outcome);
          made.push({
            clientId: move.client_id,
            userId: caller.userId,
            kind: move.kind,
            outcome,
            madeAt: momentOf(move, session.row.started_at, round.now),
            receivedAt: round.now,
          });
        }
        await insertMoves(tx, sessionId, made);
        if (session.walk !== opened.walk) {
          await recording.save(tx, opened, session.walk);
          tx.afterCommit(() =>
            realtime.publish(`quest-session:${sessionId}`, { revision: opened.row.revision + 1 }),
          );
        }
        return moves.flatMap((move) => known.get(move.client_id) ?? []);
      }),
  };
}
