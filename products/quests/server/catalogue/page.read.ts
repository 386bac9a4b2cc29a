import { type Page, pageOf } from '#base/page';
import { joinSql, type Reader, type Sql, sql } from '#platform/server/database';
import type { CardRow } from './card.read.ts';
import type { QuestState } from './content.ts';
import { decodePlace, encodePlace } from './cursor.rules.ts';

/** A card with how the draft stands to its publication. */
export interface DraftCardRow extends CardRow {
  readonly revision: number;
  readonly published_revision: number | null;
  readonly rejection_code: string | null;
  readonly rejection_note: string | null;
  readonly rejected_at: Date | null;
}

const draftColumns = sql`
  q.id, q.author_id, q.state, q.content, q.published_version AS version, q.length_metres,
  jsonb_array_length(q.points) AS point_count,
  (q.points #>> '{0,place_settings,lat}')::double precision AS start_lat,
  (q.points #>> '{0,place_settings,lng}')::double precision AS start_lng,
  coalesce(l.stars, 0) AS stars, coalesce(l.ratings, 0) AS ratings, coalesce(l.finished, 0) AS finished,
  coalesce(l.listed, false) AS listed, l.published_at, q.updated_at, q.revision, q.published_revision,
  q.rejection_code, q.rejection_note, q.rejected_at`;

/** A quest as its draft stands, with the counters of its publication. */
export function draftCard(reader: Reader, questId: string): Promise<CardRow | undefined> {
  return reader.row<CardRow>(sql`
    SELECT ${draftColumns} FROM quests.quest q LEFT JOIN quests.listing l ON l.quest_id = q.id
    WHERE q.id = ${questId}`);
}

export interface DraftFilter {
  readonly authorId?: string | undefined;
  readonly state?: QuestState | undefined;
  /** Letters of the title. */
  readonly letters?: string | undefined;
}

/** Quests as their authors have them, last changed first. */
export async function listDrafts(
  reader: Reader,
  filter: DraftFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<DraftCardRow>> {
  const conditions: Sql[] = [sql`true`];
  if (filter.authorId !== undefined) conditions.push(sql`q.author_id = ${filter.authorId}::uuid`);
  if (filter.state !== undefined) conditions.push(sql`q.state = ${filter.state}`);
  if (filter.letters !== undefined)
    conditions.push(sql`strpos(lower(q.content ->> 'title'), lower(${filter.letters})) > 0`);
  if (cursor !== undefined) {
    const { value, id } = decodePlace('changed', cursor);
    conditions.push(sql`(q.updated_at, q.id) < (${new Date(value)}, ${id}::uuid)`);
  }
  const rows = await reader.rows<DraftCardRow>(sql`
    SELECT ${draftColumns} FROM quests.quest q LEFT JOIN quests.listing l ON l.quest_id = q.id
    WHERE ${joinSql(conditions, sql` AND `)}
    ORDER BY q.updated_at DESC, q.id DESC
    LIMIT ${limit + 1}`);
  return pageOf(rows, limit, ({ updated_at: at, id }) => encodePlace('changed', { value: at.getTime(), id }));
}
