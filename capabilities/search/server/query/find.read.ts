import { joinSql, type Reader, type Sql, sql } from '#platform/server/database';
import type { SearchQuery } from '../index.ts';

/** Documents that are ranked and counted at most; the most popular ones. */
export const candidateCap = 2_000;

export interface FoundHit {
  readonly id: string;
  readonly score: number;
  readonly title: string;
  readonly body: string;
}

export interface FoundFacet {
  readonly facet: string;
  readonly value: string;
  readonly count: number;
}

export interface Found {
  /** Up to the cap. */
  readonly total: number;
  readonly hits: readonly FoundHit[];
  readonly facets: readonly FoundFacet[];
}

export interface FindQuery {
  readonly collection: string;
  /** Text of a tsquery; undefined when nothing but popularity decides. */
  readonly condition: string | undefined;
  /** Text of a tsquery that is ranked by; undefined ranks all alike. */
  readonly rank: string | undefined;
  /** Texts of tsqueries; the more of them a document fulfils, the earlier it comes. */
  readonly better: readonly string[];
  readonly numbers: NonNullable<SearchQuery['numbers']>;
  readonly ids: readonly string[] | undefined;
  readonly limit: number;
  readonly offset: number;
  readonly count: readonly string[];
}

const valuesPerFacet = 100;

/** Ranges by name as the database reads them; null is no end. */
function rangesOf(numbers: FindQuery['numbers']): string {
  const ranges = Object.entries(numbers).map(
    ([name, { min = null, max = null }]) => [name, [min, max]] as const,
  );
  return JSON.stringify(Object.fromEntries(ranges));
}

function inRanges(numbers: FindQuery['numbers']): readonly Sql[] {
  return Object.entries(numbers).map(([name, { min, max }]) => {
    const value = sql`(numbers ->> ${name}::text)::float8`;
    return sql`${value} BETWEEN ${min ?? '-Infinity'}::float8 AND ${max ?? 'Infinity'}::float8`;
  });
}

/** The most popular documents that fulfil the conditions: by the text index, or where no text narrows, in order. */
function candidates({ collection, condition, numbers, ids }: FindQuery): Sql {
  if (condition !== undefined && ids === undefined) {
    return sql`SELECT * FROM search.most_popular(${condition}::tsquery, ${rangesOf(numbers)}::jsonb, ${candidateCap})`;
  }
  const where = [
    sql`collection = ${collection}`,
    ...(ids === undefined ? [] : [sql`id = ANY (${ids}::text[])`]),
    // `IS TRUE` keeps the text index out where few rows are asked for.
    ...(condition === undefined ? [] : [sql`(vector @@ ${condition}::tsquery) IS TRUE`]),
    ...inRanges(numbers),
  ];
  return sql`
    SELECT id, facets, popularity, vector FROM search.document WHERE ${joinSql(where, sql` AND `)}
     ORDER BY popularity DESC, id LIMIT ${candidateCap}`;
}

function levelOf(better: readonly string[]): Sql {
  if (better.length === 0) return sql`0`;
  return joinSql(
    better.map((query) => sql`(vector @@ ${query}::tsquery)::int`),
    sql` + `,
  );
}

function facetCounts(names: readonly string[]): Sql {
  if (names.length === 0) return sql`'[]'::jsonb`;
  return sql`(
    SELECT coalesce(jsonb_agg(jsonb_build_object('facet', facet, 'value', value, 'count', documents)
                              ORDER BY documents DESC, value), '[]')
      FROM (SELECT facet, value, count(*) AS documents,
                   row_number() OVER (PARTITION BY facet ORDER BY count(*) DESC, value) AS place
              FROM ranked, unnest(${names}::text[]) AS facet, jsonb_array_elements_text(facets -> facet) AS value
             GROUP BY facet, value) AS counted
     WHERE place <= ${valuesPerFacet})`;
}

/** Finds, ranks, counts and reads one page of what a query matches, in one statement. */
export async function find(reader: Reader, query: FindQuery): Promise<Found> {
  const { collection, rank, better, limit, offset, count } = query;
  const score = rank === undefined ? sql`0::float4` : sql`ts_rank_cd(vector, ${rank}::tsquery, 32)`;
  const row = await reader.row<Found>(sql`
    WITH ranked AS MATERIALIZED (
      SELECT id, facets, popularity, ${levelOf(better)} AS level, ${score} AS score
        FROM (${candidates(query)}) AS candidate),
    page AS (
      SELECT id, level, score, popularity FROM ranked
       ORDER BY level DESC, score DESC, popularity DESC, id LIMIT ${limit} OFFSET ${offset})
    SELECT (SELECT count(*) FROM ranked)::int AS total,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'score', p.score, 'title', c.title, 'body', c.body)
                            ORDER BY p.level DESC, p.score DESC, p.popularity DESC, p.id), '[]')
              FROM page AS p JOIN search.content AS c ON c.collection = ${collection} AND c.id = p.id) AS hits,
           ${facetCounts(count)} AS facets`);
  return row ?? { total: 0, hits: [], facets: [] };
}
