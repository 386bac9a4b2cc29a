import { amongIds, type Reader, sql } from '#platform/server/database';
import type { QuestContent, QuestState } from './content.ts';

/** What a card and a page are made of. */
export interface CardRow {
  readonly id: string;
  readonly author_id: string;
  readonly state: QuestState;
  readonly content: QuestContent;
  readonly version: number | null;
  readonly length_metres: number;
  readonly point_count: number;
  readonly start_lat: number | null;
  readonly start_lng: number | null;
  readonly stars: number;
  readonly ratings: number;
  readonly finished: number;
  readonly listed: boolean;
  readonly published_at: Date | null;
  readonly updated_at: Date;
}

const draftColumns = sql`
  jsonb_array_length(q.points) AS point_count,
  (q.points #>> '{0,place_settings,lat}')::double precision AS start_lat,
  (q.points #>> '{0,place_settings,lng}')::double precision AS start_lng`;

/** As players see them: the published version where there is one, else the draft. */
export function publicCards(reader: Reader, questIds: readonly string[]): Promise<CardRow[]> {
  return reader.rows<CardRow>(sql`
    SELECT l.quest_id AS id, l.author_id, CASE WHEN l.listed THEN 'published' ELSE 'archived' END AS state, l.content,
      l.version, l.length_metres, l.point_count, l.start_lat, l.start_lng, l.stars, l.ratings, l.finished, l.listed,
      l.published_at, l.updated_at
    FROM quests.listing l WHERE l.quest_id ${amongIds(questIds)}
    UNION ALL
    SELECT q.id, q.author_id, q.state, q.content, NULL, q.length_metres, ${draftColumns}, 0, 0, 0, false, NULL,
      q.updated_at
    FROM quests.quest q WHERE q.id ${amongIds(questIds)} AND q.published_version IS NULL`);
}
