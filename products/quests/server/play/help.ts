import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { BodyOf } from '#platform/contract';
import { type Database, isUniqueViolation, type Tx } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { Realtime } from '#platform/server/realtime';
import { scrub } from '#platform/server/telemetry';
import type { repairSession } from '../../contract/index.ts';
import type { Catalogue } from '../rooms.ts';
import { completePoint } from './moves.rules.ts';
import type { Walk } from './progress.rules.ts';
import type { Recording } from './recording.ts';
import type { OpenSession, Sessions } from './sessions.ts';
import { stationCode } from './view.rules.ts';

export type Repair = BodyOf<typeof repairSession>;

/** People who help players on: staff at a station, operators, moderators. */
export interface Help {
  confirmStation(
    caller: Caller,
    questId: string,
    at: { readonly sessionId: string; readonly pointId: string; readonly code: string },
  ): Promise<void>;
  /** Audited. */
  repair(caller: Caller, sessionId: string, repair: Repair): Promise<void>;
  /** A moderator found a check-in or a photo wanting, or cleared it. Inside the decision's transaction. */
  settleCheckIn(tx: Tx, sessionId: string, genuine: boolean): Promise<void>;
  takePhotoScore(tx: Tx, sessionId: string, pointId: string): Promise<void>;
}

export interface HelpNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly realtime: Realtime;
  readonly identity: Identity;
  readonly catalogue: Catalogue;
  readonly sessions: Sessions;
  readonly recording: Recording;
}

const anySession = () => true;

/** A finished walk cannot be opened again beside a newer one. */
function running(error: unknown): unknown {
  return isUniqueViolation(error, 'session_one_active')
    ? new Refusal('conflict', 'quests.session_running', 'The player walks this quest again already.')
    : error;
}

function repaired({ version, walk }: OpenSession, repair: Repair, now: Date): Walk {
  switch (repair.action) {
    case 'complete_point':
      if (!walk.progress.has(repair.point_id))
        throw new Refusal('not_found', 'quests.point_not_found', 'The session has not reached that point.');
      return completePoint(version, walk, repair.point_id, now);
    case 'adjust_score':
      return { ...walk, adjustment: walk.adjustment + repair.by };
    case 'finish':
      return walk.state === 'active' ? { ...walk, state: 'finished', finishedAt: now } : walk;
    case 'reopen':
      return walk.state === 'active' ? walk : { ...walk, state: 'active', finishedAt: null };
    case 'set_ranked':
      return walk;
    default:
      return repair satisfies never;
  }
}

export function createHelp(needs: HelpNeeds): Help {
  const { database, clock, realtime, identity, catalogue, sessions, recording } = needs;

  async function save(
    tx: Tx,
    session: OpenSession,
    after: Walk,
    override?: { readonly ranked: boolean | null },
  ): Promise<void> {
    await recording.save(tx, session, after, override);
    tx.afterCommit(() =>
      realtime.publish(`quest-session:${session.row.id}`, { revision: session.row.revision + 1 }),
    );
  }

  return {
    confirmStation: (caller, questId, { sessionId, pointId, code }) =>
      database.transaction(async (tx) => {
        const quest = await catalogue.brief(tx, questId);
        if (quest === undefined || !catalogue.mayEdit(caller, quest))
          throw new Refusal('not_found', 'quests.quest_not_found', 'There is no such quest.');
        const session = await sessions.lock(tx, sessionId, (row) => row.quest_id === questId);
        if (code.toUpperCase() !== stationCode(sessionId, pointId))
          throw new Refusal(
            'conflict',
            'quests.station_code_wrong',
            'This is not the code of that team at that station.',
          );
        if (session.walk.progress.get(pointId)?.status !== 'arrived') return;
        await save(tx, session, completePoint(session.version, session.walk, pointId, clock()));
      }),
    async repair(caller, sessionId, repair) {
      const made = database.transaction(async (tx) => {
        const session = await sessions.lock(tx, sessionId, anySession);
        const override = repair.action === 'set_ranked' ? { ranked: repair.ranked } : undefined;
        await save(tx, session, repaired(session, repair, clock()), override);
        const { action, reason, ...details } = repair;
        await identity.audit(tx, {
          action: 'quests.session_repaired',
          actorId: caller.userId,
          subjectId: sessionId,
          details: { repair: action, ...details, reason: scrub(reason) },
        });
      });
      await made.catch((error: unknown) => {
        throw running(error);
      });
    },
    async settleCheckIn(tx, sessionId, genuine) {
      const session = await sessions.lock(tx, sessionId, anySession);
      await save(tx, session, { ...session.walk, suspicious: !genuine });
    },
    async takePhotoScore(tx, sessionId, pointId) {
      const session = await sessions.lock(tx, sessionId, anySession);
      const earned = session.walk.progress.get(pointId)?.earned ?? 0;
      await save(tx, session, { ...session.walk, adjustment: session.walk.adjustment - earned });
    },
  };
}
