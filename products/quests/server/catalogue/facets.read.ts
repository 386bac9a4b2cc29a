import { type Reader, sql } from '#platform/server/database';
import { matching, type QuestFilter } from './filter.read.ts';

export type Facets = Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;

export interface Counts {
  readonly total: number;
  readonly facets: Facets;
}

/** What lists can be narrowed by. */
export const facetNames = [
  'city',
  'category',
  'vehicle',
  'place',
  'activity',
  'tool',
  'language',
  'difficulty',
] as const;

/** How many published quests match, and how many of them carry each value; the most frequent first. */
export async function countQuests(reader: Reader, filter: QuestFilter): Promise<Counts> {
  const rows = await reader.rows<{
    readonly facet: string;
    readonly value: string;
    readonly count: number;
  }>(sql`
    SELECT f.facet, f.value, count(*)::integer AS count
    FROM quests.listing l
    CROSS JOIN LATERAL (
      VALUES ('', ''), ('city', l.city), ('category', l.category), ('vehicle', l.vehicle), ('place', l.place),
        ('difficulty', l.difficulty::text)
      UNION ALL SELECT 'activity', jsonb_array_elements_text(l.activities)
      UNION ALL SELECT 'tool', jsonb_array_elements_text(l.tools)
      UNION ALL SELECT 'language', jsonb_array_elements_text(l.languages)
    ) f (facet, value)
    WHERE ${matching(filter)} AND f.value IS NOT NULL
    GROUP BY f.facet, f.value
    ORDER BY count DESC, f.value`);
  const facets: Record<string, { value: string; count: number }[]> = {};
  for (const name of facetNames) facets[name] = [];
  for (const { facet, value, count } of rows) facets[facet]?.push({ value, count });
  return { total: rows.find(({ facet }) => facet === '')?.count ?? 0, facets };
}
