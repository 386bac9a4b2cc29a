import { type Reader, type Sql, sql } from '#platform/server/database';

export interface BoardRow {
  readonly rank: number;
  readonly user_id: string;
  readonly team_id: string | null;
  readonly team_name: string | null;
  readonly score: number;
  readonly seconds: number | null;
  readonly quests: number;
}

const counted = sql`s.state = 'finished' AND s.ranked AND NOT s.test AND s.user_id IS NOT NULL`;

/** The best finished walk of each starter; a team plays under its captain's line. */
function questBoard(questId: string): Sql {
  return sql`
    SELECT DISTINCT ON (s.user_id) s.user_id, s.team_id, s.score,
      extract(epoch FROM s.finished_at - s.started_at)::int AS seconds, 1 AS quests
    FROM quests.session s WHERE s.quest_id = ${questId}::uuid AND ${counted}
    ORDER BY s.user_id, s.score DESC, s.finished_at - s.started_at`;
}

/** The best walk of each quest counts; everybody who walked gets the score. */
function sumBoard(condition: Sql): Sql {
  return sql`
    SELECT user_id, NULL::uuid AS team_id, sum(score)::int AS score, NULL::int AS seconds, count(*)::int AS quests
    FROM (SELECT p.user_id, s.quest_id, max(s.score) AS score
      FROM quests.session s
      JOIN quests.session_player p ON p.session_id = s.id
      JOIN quests.listing l ON l.quest_id = s.quest_id
      WHERE ${counted} AND ${condition} GROUP BY p.user_id, s.quest_id) best
    GROUP BY user_id`;
}

export type Board =
  | { readonly kind: 'quest'; readonly questId: string }
  | { readonly kind: 'city'; readonly city: string }
  | { readonly kind: 'week'; readonly since: Date }
  | { readonly kind: 'friends'; readonly userIds: readonly string[] };

function linesOf(board: Board): Sql {
  switch (board.kind) {
    case 'quest':
      return questBoard(board.questId);
    case 'city':
      return sumBoard(sql`l.city = ${board.city}`);
    case 'week':
      return sumBoard(sql`s.finished_at >= ${board.since}`);
    case 'friends':
      return sumBoard(sql`p.user_id = ANY(${board.userIds}::uuid[])`);
    default:
      return board satisfies never;
  }
}

/** The first lines, and the line of one person wherever it stands. */
export function findBoard(
  reader: Reader,
  board: Board,
  limit: number,
  userId: string | undefined,
): Promise<BoardRow[]> {
  return reader.rows<BoardRow>(sql`
    SELECT * FROM (
      SELECT rank() OVER (ORDER BY l.score DESC, l.seconds NULLS LAST)::int AS rank, l.user_id, l.team_id,
        t.name AS team_name, l.score, l.seconds, l.quests
      FROM (${linesOf(board)}) l LEFT JOIN quests.team t ON t.id = l.team_id) ranked
    WHERE rank <= ${limit} OR user_id = ${userId ?? null}::uuid
    ORDER BY rank, user_id LIMIT ${limit + 1}`);
}
