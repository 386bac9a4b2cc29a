import { randomInt } from 'node:crypto';
import { newId } from '#base/ids';
import { type Page, pageOf } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Chat } from '#capabilities/chat/server';
import type { Database, Reader, Tx } from '#platform/server/database';
import { decodeId } from '../catalogue/cursor.rules.ts';
import {
  countTeamsOf,
  deleteMember,
  deleteTeam,
  findTeam,
  findTeamsOf,
  insertMember,
  insertTeam,
  lockTeam,
  type TeamRow,
  updateTeamRow,
} from './team.store.ts';

export type { TeamRow } from './team.store.ts';

export interface TeamMembership {
  readonly captainId: string;
  readonly memberIds: readonly string[];
  readonly chatId: string | null;
}

/** People who play together. Only members learn of a team. */
export interface Teams {
  membership(reader: Reader, userId: string, teamId: string): Promise<TeamMembership>;
  /** For those who play a session of the team, members or not any more. */
  chatOf(reader: Reader, teamId: string): Promise<string | null>;
  team(userId: string, teamId: string): Promise<TeamRow>;
  list(
    userId: string,
    page: { readonly limit: number; readonly cursor: string | undefined },
  ): Promise<Page<TeamRow>>;
  create(userId: string, name: string): Promise<TeamRow>;
  join(userId: string, inviteCode: string): Promise<TeamRow>;
  update(
    userId: string,
    teamId: string,
    change: { readonly name?: string; readonly captainId?: string; readonly renewInvite?: boolean },
  ): Promise<TeamRow>;
  leave(byId: string, teamId: string, userId: string): Promise<void>;
  /** For a deleted account: leaves every team. */
  leaveAll(tx: Tx, userId: string): Promise<void>;
}

export const maxMembers = 10;
const maxTeams = 20;

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const newCode = () => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');

const notFound = () => new Refusal('not_found', 'quests.team_not_found', 'There is no such team.');
const captainOnly = () => new Refusal('forbidden', 'quests.not_captain', 'Only the captain may do that.');

export function createTeams(database: Database, chat: Chat, clock: Clock): Teams {
  async function member(reader: Reader, userId: string, teamId: string): Promise<TeamRow> {
    const team = await findTeam(reader, teamId);
    if (team === undefined || !team.member_ids.includes(userId)) throw notFound();
    return team;
  }

  async function locked(tx: Tx, userId: string, teamId: string): Promise<TeamRow> {
    const team = await lockTeam(tx, { id: teamId });
    if (team === undefined || !team.member_ids.includes(userId)) throw notFound();
    return team;
  }

  async function belowLimit(tx: Tx, userId: string): Promise<void> {
    if ((await countTeamsOf(tx, userId)) >= maxTeams)
      throw new Refusal('conflict', 'quests.too_many_teams', `Nobody is in more than ${maxTeams} teams.`);
  }

  async function takeOut(tx: Tx, team: TeamRow, userId: string): Promise<void> {
    const rest = team.member_ids.filter((id) => id !== userId);
    await deleteMember(tx, team.id, userId);
    if (team.chat_id !== null) await chat.removeMember(tx, team.chat_id, userId);
    const [heir] = rest;
    if (heir === undefined) await deleteTeam(tx, team.id);
    else if (team.captain_id === userId) await updateTeamRow(tx, { ...team, captain_id: heir });
  }

  return {
    async membership(reader, userId, teamId) {
      const { captain_id, member_ids, chat_id } = await member(reader, userId, teamId);
      return { captainId: captain_id, memberIds: member_ids, chatId: chat_id };
    },
    chatOf: async (reader, teamId) => (await findTeam(reader, teamId))?.chat_id ?? null,
    team: (userId, teamId) => member(database, userId, teamId),
    async list(userId, { limit, cursor }) {
      const rows = await findTeamsOf(database, userId, limit + 1, decodeId(cursor));
      return pageOf(rows, limit, ({ id }) => id);
    },
    create: (userId, name) =>
      database.transaction(async (tx) => {
        await belowLimit(tx, userId);
        const now = clock();
        const id = newId(now.getTime());
        const chatId = await chat.ensureRoom(tx, {
          kind: 'team',
          subjectId: id,
          memberIds: [userId],
          title: name,
        });
        const row = {
          id,
          name,
          captain_id: userId,
          invite_code: newCode(),
          chat_id: chatId,
          created_at: now,
        };
        await insertTeam(tx, row);
        await insertMember(tx, id, userId, now);
        return { ...row, member_ids: [userId] };
      }),
    join: (userId, code) =>
      database.transaction(async (tx) => {
        const team = await lockTeam(tx, { code });
        if (team === undefined) throw notFound();
        if (team.member_ids.includes(userId)) return team;
        if (team.member_ids.length >= maxMembers)
          throw new Refusal('conflict', 'quests.team_full', `A team has at most ${maxMembers} members.`);
        await belowLimit(tx, userId);
        await insertMember(tx, team.id, userId, clock());
        if (team.chat_id !== null) await chat.addMember(tx, team.chat_id, userId);
        return { ...team, member_ids: [...team.member_ids, userId] };
      }),
    update: (userId, teamId, { name, captainId, renewInvite }) =>
      database.transaction(async (tx) => {
        const team = await locked(tx, userId, teamId);
        if (team.captain_id !== userId) throw captainOnly();
        if (captainId !== undefined && !team.member_ids.includes(captainId))
          throw new Refusal('conflict', 'quests.not_a_member', 'The captain must be a member of the team.');
        const changed = {
          ...team,
          name: name ?? team.name,
          captain_id: captainId ?? team.captain_id,
          invite_code: renewInvite === true ? newCode() : team.invite_code,
        };
        await updateTeamRow(tx, changed);
        return changed;
      }),
    leave: (byId, teamId, userId) =>
      database.transaction(async (tx) => {
        const team = await locked(tx, byId, teamId);
        if (byId !== userId && team.captain_id !== byId) throw captainOnly();
        if (team.member_ids.includes(userId)) await takeOut(tx, team, userId);
      }),
    async leaveAll(tx, userId) {
      for (const { id } of await findTeamsOf(tx, userId, maxTeams, undefined)) {
        const team = await lockTeam(tx, { id });
        if (team !== undefined) await takeOut(tx, team, userId);
      }
    },
  };
}
