import { randomBytes } from 'node:crypto';
import type { Static } from 'typebox';
import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Analytics } from '#capabilities/analytics/server';
import type { Database, Reader, Tx } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { SessionState } from '../../contract/index.ts';
import type { Catalogue, Ownership, QuestBrief, QuestVersion } from '../rooms.ts';
import { newWalk, type Walk } from './progress.rules.ts';
import {
  findActive,
  findProgress,
  findSession,
  insertSession,
  lockSession,
  type SessionRow,
  saveProgress,
} from './session.store.ts';
import type { Teams } from './teams.ts';

/** A session with everything that decides about it. */
export interface OpenSession {
  readonly row: SessionRow;
  readonly version: QuestVersion;
  readonly walk: Walk;
}

export interface NewSessionInput {
  readonly questId: string;
  readonly teamId: string | undefined;
  readonly test: boolean;
}

/** Starting and finding sessions; moves are made elsewhere. */
export interface Sessions {
  start(
    caller: Caller,
    input: NewSessionInput,
  ): Promise<{ readonly sessionId: string; readonly fresh: boolean }>;
  /** Only for its players; others learn nothing of it. */
  open(reader: Reader, caller: Caller, sessionId: string): Promise<OpenSession>;
  /** For its players and for operators, who may look into every session. */
  look(reader: Reader, caller: Caller, sessionId: string): Promise<OpenSession>;
  /** For operators, who may see every session. */
  openAny(reader: Reader, sessionId: string): Promise<OpenSession>;
  /** For a change: locks the session until the end of the transaction. */
  lock(tx: Tx, sessionId: string, mayOpen: (row: SessionRow) => boolean): Promise<OpenSession>;
}

export interface SessionsNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly ownership: Ownership;
  readonly teams: Teams;
  readonly analytics: Analytics;
}

const notFound = () => new Refusal('not_found', 'quests.session_not_found', 'There is no such session.');

export function walkOf(row: SessionRow, progress: Walk['progress']): Walk {
  return {
    state: row.state satisfies Static<typeof SessionState>,
    order: row.point_order,
    progress,
    adjustment: row.adjustment,
    suspicious: row.suspicious,
    finishedAt: row.finished_at,
  };
}

export function createSessions(needs: SessionsNeeds): Sessions {
  const { database, clock, catalogue, ownership, teams, analytics } = needs;

  async function assemble(reader: Reader, row: SessionRow | undefined): Promise<OpenSession> {
    if (row === undefined) throw notFound();
    const version = await catalogue.version(reader, row.quest_id, row.version);
    if (version === undefined) throw notFound();
    return { row, version, walk: walkOf(row, await findProgress(reader, row.id)) };
  }

  async function mayStart(tx: Tx, caller: Caller, quest: QuestBrief): Promise<boolean> {
    if (quest.price.amount === 0 || catalogue.mayEdit(caller, quest)) return true;
    return (await ownership.orderOf(tx, caller.userId, quest.id)) !== undefined;
  }

  async function versionFor(tx: Tx, caller: Caller, quest: QuestBrief, test: boolean): Promise<QuestVersion> {
    if (test) {
      if (!catalogue.mayEdit(caller, quest))
        throw new Refusal('not_found', 'quests.quest_not_found', 'There is no such quest.');
      const draft = await catalogue.freezeDraft(tx, quest.id);
      if (draft.points.length === 0)
        throw new Refusal('conflict', 'quests.not_ready', 'Add a point before the test walk.');
      return draft;
    }
    const version =
      quest.state === 'published' && quest.publishedVersion !== null
        ? await catalogue.version(tx, quest.id, quest.publishedVersion)
        : undefined;
    if (version === undefined)
      throw new Refusal('not_found', 'quests.quest_not_found', 'There is no such quest.');
    if (!(await mayStart(tx, caller, quest)))
      throw new Refusal('forbidden', 'quests.not_bought', 'Buy the quest first.');
    return version;
  }

  async function playersOf(tx: Tx, caller: Caller, teamId: string | undefined): Promise<readonly string[]> {
    if (teamId === undefined) return [caller.userId];
    const team = await teams.membership(tx, caller.userId, teamId);
    if (team.captainId !== caller.userId)
      throw new Refusal('forbidden', 'quests.not_captain', 'Only the captain starts a quest for the team.');
    return team.memberIds;
  }

  return {
    start: (caller, { questId, teamId, test }) =>
      database.transaction(async (tx) => {
        const quest = await catalogue.brief(tx, questId);
        if (quest === undefined)
          throw new Refusal('not_found', 'quests.quest_not_found', 'There is no such quest.');
        const running = await findActive(tx, { userId: caller.userId, questId, test });
        if (running !== undefined && !test) return { sessionId: running.id, fresh: false };
        const version = await versionFor(tx, caller, quest, test);
        const players = await playersOf(tx, caller, teamId);
        const now = clock();
        const id = newId(now.getTime());
        const walk = newWalk(version, id, now);
        const started = await insertSession(tx, {
          id,
          quest_id: questId,
          version: version.version,
          user_id: caller.userId,
          team_id: teamId ?? null,
          test,
          point_order: [...walk.order],
          salt: randomBytes(16).toString('hex'),
          started_at: now,
          player_ids: [...players],
        });
        // Two devices pressed at once: the other one won, and both play the same session.
        if (!started) {
          const other = await findActive(tx, { userId: caller.userId, questId, test });
          if (other === undefined) throw notFound();
          return { sessionId: other.id, fresh: false };
        }
        await saveProgress(tx, id, [...walk.progress.values()]);
        if (!test) {
          await analytics.track(tx, {
            name: 'quests.started',
            subjectId: questId,
            userId: caller.userId,
            ownerId: quest.authorId,
            at: now,
            key: `quests.started:${id}`,
          });
        }
        return { sessionId: id, fresh: true };
      }),
    async open(reader, caller, sessionId) {
      const row = await findSession(reader, sessionId);
      if (row === undefined || !row.player_ids.includes(caller.userId)) throw notFound();
      return assemble(reader, row);
    },
    async look(reader, caller, sessionId) {
      const row = await findSession(reader, sessionId);
      const isPlayer = row?.player_ids.includes(caller.userId) === true;
      if (!isPlayer && !caller.permissions.has('manage_play')) throw notFound();
      return assemble(reader, row);
    },
    openAny: async (reader, sessionId) => assemble(reader, await findSession(reader, sessionId)),
    async lock(tx, sessionId, mayOpen) {
      const row = await lockSession(tx, sessionId);
      if (row === undefined || !mayOpen(row)) throw notFound();
      return assemble(tx, row);
    },
  };
}
