import type { Clock } from '#base/time';
import type { Files, FileView } from '#capabilities/files/server';
import type { Reader } from '#platform/server/database';
import type { OfflinePack, Session } from '../../contract/index.ts';
import { presentPicture } from '../pictures/pictures.ts';
import type { Players } from '../rooms.ts';
import { offlineCheck } from './offline.rules.ts';
import { pointOf } from './progress.rules.ts';
import type { OpenSession } from './sessions.ts';
import type { Teams } from './teams.ts';
import { filesOf, type ShownFiles, showOpenPoints, showPoints } from './view.rules.ts';

/** Shows sessions to those who play them. */
export interface Viewing {
  session(reader: Reader, session: OpenSession): Promise<Session>;
  pack(reader: Reader, session: OpenSession): Promise<OfflinePack>;
}

function shownFiles(found: ReadonlyMap<string, FileView>): ShownFiles {
  return {
    url: (id) => found.get(id)?.url ?? null,
    picture(id) {
      const file = found.get(id);
      return file === undefined ? null : presentPicture(file);
    },
  };
}

/** The widest variant a phone needs, else the file itself. */
const phoneWidth = 1_280;

function toKeep(file: FileView): { readonly url: string; readonly size: number } {
  const fitting = file.variants.filter(({ width }) => width <= phoneWidth).at(-1);
  return { url: fitting?.url ?? file.url, size: file.size };
}

export function createViewing(files: Files, players: Players, teams: Teams, clock: Clock): Viewing {
  async function assemble(
    reader: Reader,
    session: OpenSession,
    found: ReadonlyMap<string, FileView>,
  ): Promise<Session> {
    const { row, version, walk } = session;
    const [people, chatId] = await Promise.all([
      players.briefs(row.player_ids),
      row.team_id === null ? null : teams.chatOf(reader, row.team_id),
    ]);
    return {
      id: row.id,
      quest_id: row.quest_id,
      title: version.title,
      version: row.version,
      state: row.state,
      order_mode: version.orderMode,
      test: row.test,
      team_id: row.team_id,
      chat_id: chatId,
      players: row.player_ids.flatMap((id) => people.get(id) ?? []),
      started_at: row.started_at.toISOString(),
      finished_at: row.finished_at?.toISOString() ?? null,
      score: row.score,
      penalties: row.penalties,
      hints_taken: row.hints_taken,
      ranked: row.ranked,
      revision: row.revision,
      points: showPoints({ version, sessionId: row.id, files: shownFiles(found) }, walk),
    };
  }

  const filesOfSession = (reader: Reader, { version }: OpenSession) =>
    files.files(reader, filesOf(version.points));

  return {
    session: async (reader, session) => assemble(reader, session, await filesOfSession(reader, session)),
    async pack(reader, session) {
      const { row, version, walk } = session;
      const found = await filesOfSession(reader, session);
      const points = showOpenPoints({ version, sessionId: row.id, files: shownFiles(found) }, walk);
      return {
        session: await assemble(reader, session, found),
        points,
        checks: walk.order.flatMap((id) => {
          const point = pointOf(version, id);
          return point === undefined ? [] : [offlineCheck(id, point.task, row.salt)];
        }),
        files: [...found.values()].map(toKeep),
        made_at: clock().toISOString(),
      };
    },
  };
}
