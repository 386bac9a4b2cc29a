import type { Money } from '#base/money';
import { amongIds, type Reader, sql } from '#platform/server/database';
import type { QuestBrief } from '../rooms.ts';
import type { QuestState } from './content.ts';

interface BriefRow {
  readonly id: string;
  readonly author_id: string;
  readonly state: QuestState;
  readonly published_version: number | null;
  readonly title: string;
  readonly price: Money;
  readonly city: string;
  readonly category: string;
  readonly vehicle: string;
}

/** Published quests as they were published (also while a change is with the moderators), others as their draft stands. */
export async function questBriefs(
  reader: Reader,
  questIds: readonly string[],
): Promise<ReadonlyMap<string, QuestBrief>> {
  const rows = await reader.rows<BriefRow>(sql`
    SELECT q.id, q.author_id, CASE WHEN l.listed THEN 'published' ELSE q.state END AS state, q.published_version, c.content ->> 'title' AS title, c.content -> 'price' AS price,
      c.content ->> 'city' AS city, c.content ->> 'category' AS category, c.content ->> 'vehicle' AS vehicle
    FROM quests.quest q
    LEFT JOIN quests.listing l ON l.quest_id = q.id
    CROSS JOIN LATERAL (SELECT coalesce(l.content, q.content) AS content) c
    WHERE q.id ${amongIds(questIds)}`);
  return new Map(
    rows.map(({ author_id, published_version, ...row }) => [
      row.id,
      { ...row, authorId: author_id, publishedVersion: published_version },
    ]),
  );
}
