import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import { achievementsOf } from '../play/achievements.ts';
import type { Play } from '../play/play.ts';
import type { SessionListRow } from '../play/reports.ts';
import type { QuestsService } from '../quests.ts';

function presentBrief(row: SessionListRow): contract.SessionBrief {
  const { id, quest_id, title, state, test, team_id, score, penalties } = row;
  return {
    id,
    quest_id,
    title,
    state,
    test,
    team_id,
    score,
    penalties,
    started_at: row.started_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}

type Door = ServeDoor<QuestsService>;

function mountSessions({ mount, platform: { database } }: Door, play: Play): void {
  mount(contract.startSession, async ({ caller, body }, reply) => {
    const input = { questId: body.quest_id, teamId: body.team_id, test: body.test ?? false };
    const { sessionId, fresh } = await play.sessions.start(caller, input);
    if (!fresh) reply.status(200);
    return play.viewing.session(database, await play.sessions.open(database, caller, sessionId));
  });
  mount(contract.listSessions, async ({ caller, query }) => {
    const page = await play.reports.list({
      playerId: caller.userId,
      state: query.state,
      withTests: true,
      limit: query.limit ?? 20,
      cursor: query.cursor,
    });
    return { items: page.items.map(presentBrief), next_cursor: page.nextCursor };
  });
  mount(contract.getSession, async ({ caller, params }) =>
    play.viewing.session(database, await play.sessions.look(database, caller, params.id)),
  );
  mount(contract.getOfflinePack, async ({ caller, params }) =>
    play.viewing.pack(database, await play.sessions.open(database, caller, params.id)),
  );
  mount(contract.makeMoves, async ({ caller, params, body }) => {
    const outcomes = await play.moves.make(caller, params.id, body.moves, body.offline ?? false);
    const session = await play.viewing.session(
      database,
      await play.sessions.open(database, caller, params.id),
    );
    return { outcomes: [...outcomes], session };
  });
  mount(contract.getShareCard, ({ caller, params, locale }) => play.shareCard(caller, params.id, locale));
}

function mountHelp({ mount, platform: { database } }: Door, play: Play): void {
  mount(contract.listStationRequests, ({ caller, params }) => play.reports.waiting(caller, params.id));
  mount(contract.confirmStation, ({ caller, params, body }) =>
    play.help.confirmStation(caller, params.id, {
      sessionId: body.session_id,
      pointId: body.point_id,
      code: body.station_code,
    }),
  );
  mount(contract.questFigures, ({ caller, params }) => play.reports.figures(caller, params.id));
  mount(contract.listAllSessions, async ({ query }) => {
    const page = await play.reports.list({
      playerId: query.user_id,
      questId: query.quest_id,
      state: query.state,
      suspicious: query.suspicious,
      withTests: false,
      limit: query.limit ?? 20,
      cursor: query.cursor,
    });
    const people = await play.reports.names(page.items);
    return {
      items: page.items.map((row) => ({
        ...presentBrief(row),
        player: people.get(row.user_id ?? '') ?? null,
        ranked: row.ranked,
      })),
      next_cursor: page.nextCursor,
    };
  });
  mount(contract.repairSession, async ({ caller, params, body }) => {
    await play.help.repair(caller, params.id, body);
    return play.viewing.session(database, await play.sessions.openAny(database, params.id));
  });
}

function mountBoards({ mount, platform: { database }, service: { people } }: Door, play: Play): void {
  mount(contract.getLeaderboard, ({ caller, params, query }) =>
    play.reports.board(caller, {
      board: params.board,
      questId: query.quest_id,
      city: query.city,
      limit: query.limit ?? 20,
    }),
  );
  mount(contract.listAchievements, async ({ caller, params }) => {
    const open = await people.profiles.mayReadHistory(caller, params.id);
    return { items: open ? await achievementsOf(database, params.id) : [] };
  });
}

/** Sessions, stations, help for players, leaderboards. */
export function mountPlay(door: Door): void {
  const { play } = door.service;
  mountSessions(door, play);
  mountHelp(door, play);
  mountBoards(door, play);
}
