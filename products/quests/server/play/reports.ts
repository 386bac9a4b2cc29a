import type { Static } from 'typebox';
import { type Page, pageOf } from '#base/page';
import { Refusal } from '#base/refusal';
import { type Clock, day } from '#base/time';
import type { ReplyOf } from '#platform/contract';
import type { Database } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { BoardLine, listStationRequests, PlayerBrief, questFigures } from '../../contract/index.ts';
import { decodeId } from '../catalogue/cursor.rules.ts';
import type { Catalogue, Friends, Players, QuestBrief } from '../rooms.ts';
import { type Board, type BoardRow, findBoard } from './board.read.ts';
import {
  findPointFigures,
  findSessions,
  findTotals,
  findWaiting,
  type SessionFilter,
  type SessionListRow,
} from './session-list.read.ts';
import { stationCode } from './view.rules.ts';

export type { SessionListRow } from './session-list.read.ts';

/** Which leaderboard somebody wants to see. */
export interface BoardWish {
  readonly board: 'quest' | 'city' | 'week' | 'friends';
  readonly questId: string | undefined;
  readonly city: string | undefined;
  readonly limit: number;
}

/** Lists and figures about play. */
export interface PlayReports {
  list(
    filter: Omit<SessionFilter, 'before'> & { readonly cursor: string | undefined },
  ): Promise<Page<SessionListRow>>;
  names(
    rows: readonly { readonly user_id: string | null }[],
  ): Promise<ReadonlyMap<string, Static<typeof PlayerBrief>>>;
  board(
    caller: Caller | null,
    wish: BoardWish,
  ): Promise<{ readonly items: BoardLine[]; readonly mine: BoardLine | null }>;
  waiting(caller: Caller, questId: string): Promise<ReplyOf<typeof listStationRequests>>;
  figures(caller: Caller, questId: string): Promise<ReplyOf<typeof questFigures>>;
}

export interface ReportsNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly players: Players;
  readonly friends: Friends;
}

const needsSubject = (what: string) =>
  new Refusal('invalid', 'quests.board_needs_subject', `Say which ${what} this board is about.`, {
    errors: [
      { pointer: `/query/${what === 'quest' ? 'quest_id' : what}`, message: 'is required for this board' },
    ],
  });

export function createReports({ database, clock, catalogue, players, friends }: ReportsNeeds): PlayReports {
  async function boardOf(caller: Caller | null, { board, questId, city }: BoardWish): Promise<Board> {
    switch (board) {
      case 'quest':
        if (questId === undefined) throw needsSubject('quest');
        return { kind: 'quest', questId };
      case 'city':
        if (city === undefined) throw needsSubject('city');
        return { kind: 'city', city };
      case 'week':
        return { kind: 'week', since: new Date(clock().getTime() - 7 * day) };
      case 'friends': {
        if (caller === null)
          throw new Refusal('unauthenticated', 'identity.token_missing', 'Sign in to see your friends.');
        return {
          kind: 'friends',
          userIds: [caller.userId, ...(await friends.friendIds(database, caller.userId))],
        };
      }
      default:
        return board satisfies never;
    }
  }

  async function own(caller: Caller, questId: string): Promise<QuestBrief> {
    const quest = await catalogue.brief(database, questId);
    if (quest === undefined || !catalogue.mayEdit(caller, quest))
      throw new Refusal('not_found', 'quests.quest_not_found', 'There is no such quest.');
    return quest;
  }

  const pointsOf = async ({ id, publishedVersion }: QuestBrief) =>
    publishedVersion === null
      ? []
      : ((await catalogue.version(database, id, publishedVersion))?.points ?? []);

  return {
    async list({ cursor, limit, ...filter }) {
      const rows = await findSessions(database, { ...filter, before: decodeId(cursor), limit: limit + 1 });
      return pageOf(rows, limit, ({ id }) => id);
    },
    names: (rows) => players.briefs(rows.flatMap(({ user_id }) => user_id ?? [])),
    async board(caller, wish) {
      const rows = await findBoard(database, await boardOf(caller, wish), wish.limit, caller?.userId);
      const people = await players.briefs(rows.map(({ user_id }) => user_id));
      const lineOf = (row: BoardRow): BoardLine[] => {
        const player = people.get(row.user_id);
        if (player === undefined) return [];
        const team =
          row.team_id === null || row.team_name === null ? null : { id: row.team_id, name: row.team_name };
        const { rank, score, seconds, quests } = row;
        return [{ rank, player, team, score, seconds, quests, me: row.user_id === caller?.userId }];
      };
      const lines = rows.flatMap(lineOf);
      return {
        items: lines.filter(({ rank }) => rank <= wish.limit).slice(0, wish.limit),
        mine: lines.find(({ me }) => me) ?? null,
      };
    },
    async waiting(caller, questId) {
      const points = await pointsOf(await own(caller, questId));
      const stations = new Map(
        points.filter(({ task }) => task.kind === 'station').map(({ id, title }) => [id, title]),
      );
      const rows = await findWaiting(database, questId, [...stations.keys()]);
      const people = await players.briefs(rows.flatMap(({ player_ids }) => player_ids));
      return {
        items: rows.map((row) => ({
          session_id: row.session_id,
          point_id: row.point_id,
          point_title: stations.get(row.point_id) ?? '',
          station_code: stationCode(row.session_id, row.point_id),
          players: row.player_ids.flatMap((id) => people.get(id) ?? []),
          since: row.arrived_at.toISOString(),
        })),
      };
    },
    async figures(caller, questId) {
      const quest = await own(caller, questId);
      const [points, rows, totals] = await Promise.all([
        pointsOf(quest),
        findPointFigures(database, questId, clock()),
        findTotals(database, questId),
      ]);
      const byId = new Map(rows.map((row) => [row.point_id, row]));
      return {
        ...totals,
        points: points.map(({ id, title }) => {
          const row = byId.get(id);
          return {
            point_id: id,
            title,
            reached: row?.reached ?? 0,
            arrived: row?.arrived ?? 0,
            done: row?.done ?? 0,
            skipped: row?.skipped ?? 0,
            hints: row?.hints ?? 0,
            wrong_answers: row?.wrong ?? 0,
            left: row?.stuck ?? 0,
            median_seconds: row?.median_seconds ?? null,
          };
        }),
      };
    },
  };
}
