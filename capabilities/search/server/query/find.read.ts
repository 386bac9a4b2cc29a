import { joinSql, type Reader, type Sql, sql } from '#platform/server/database';
import type { SearchQuery } from '../index.ts';

/** Documents that are ranked and counted at most; the most popular ones. */
export const candidateCap = 2_000;
/** The best candidates by their heads, which are ranked again by their whole text. */
const window = 100;
/** Fewer hits than this are too few: all their ids are answered. */
export const enough = 10;
const valuesPerFacet = 100;
/** Characters of a text in which the excerpt is looked for. */
const excerptFrom = 20_000;

export interface FoundHit {
  readonly id: string;
  readonly score: number;
  readonly title: string;
  readonly body: string;
}

export interface FoundFacet {
  /** Name and value, as `facetOf` takes it apart. */
  readonly entry: string;
  readonly count: number;
}

export interface Found {
  /** Up to the cap. */
  readonly total: number;
  readonly hits: readonly FoundHit[];
  readonly facets: readonly FoundFacet[];
  /** All that were found, when these are too few. */
  readonly few: readonly string[];
}

export interface FindQuery {
  readonly collection: string;
  /** Text of a tsquery; undefined when nothing but popularity decides. */
  readonly condition: string | undefined;
  /** Text of a tsquery for standings: the part of the collection that is looked through. */
  readonly scope: string;
  /** Texts of tsqueries that rank heads and whole documents; undefined ranks all alike. */
  readonly rank: { readonly head: string; readonly whole: string } | undefined;
  /** Documents that come first, the higher the level the earlier; all of them fulfil the conditions. */
  readonly better: ReadonlyMap<string, number>;
  readonly numbers: NonNullable<SearchQuery['numbers']>;
  readonly ids: readonly string[] | undefined;
  readonly limit: number;
  readonly offset: number;
  /** Names as they are in entries. */
  readonly count: readonly string[];
}

/** Ranges as the database reads them; null when there are none. */
function rangesOf(numbers: FindQuery['numbers']): string | null {
  const conditions = Object.entries(numbers).flatMap(([name, { min, max }]) => {
    const value = `$.${JSON.stringify(name)}`;
    const ends = [
      ...(min === undefined || min === Number.NEGATIVE_INFINITY ? [] : [`${value} >= ${min}`]),
      ...(max === undefined || max === Number.POSITIVE_INFINITY ? [] : [`${value} <= ${max}`]),
    ];
    return ends.length === 0 ? [`exists(${value})`] : ends;
  });
  return conditions.length === 0 ? null : conditions.join(' && ');
}

/** The most popular documents that fulfil the conditions: by the text index, or where no text narrows, in order. */
function popular({ collection, condition, scope, numbers, ids, rank }: FindQuery): Sql {
  const ranges = rangesOf(numbers);
  const head = rank?.head ?? null;
  if (condition !== undefined && ids === undefined) {
    return sql`
      SELECT id, facets, popularity, score
        FROM search.most_popular_within(${scope}::tsquery, ${condition}::tsquery, ${head}::tsquery, ${ranges}::jsonpath,
                                 ${candidateCap})`;
  }
  const where = [
    sql`collection = ${collection}`,
    ...(ids === undefined ? [] : [sql`id = ANY (${ids}::text[])`]),
    // `IS TRUE` keeps the text index out where few rows are asked for.
    ...(condition === undefined ? [] : [sql`(vector @@ ${condition}::tsquery) IS TRUE`]),
    ...(ranges === null ? [] : [sql`numbers @@ ${ranges}::jsonpath`]),
  ];
  return sql`
    SELECT id, facets, popularity, CASE WHEN ${head}::text IS NULL THEN 0 ELSE ts_rank(head, ${head}::tsquery, 32) END
           AS score
      FROM (SELECT id, facets, popularity, head FROM search.document WHERE ${joinSql(where, sql` AND `)}
             ORDER BY popularity DESC, id LIMIT ${candidateCap}) AS first`;
}

/** Candidates with their levels; the better ones are among them however unpopular they are. */
function candidates(query: FindQuery): Sql {
  if (query.better.size === 0) return sql`SELECT *, 0 AS level FROM popular`;
  const { collection, better, rank } = query;
  return sql`
    SELECT p.*, coalesce(b.level, 0) AS level
      FROM popular AS p LEFT JOIN unnest(${[...better.keys()]}::text[], ${[...better.values()]}::int[])
           AS b (id, level) ON b.id = p.id
    UNION ALL
    SELECT d.id, d.facets, d.popularity, ts_rank(d.head, ${rank?.head ?? ''}::tsquery, 32), b.level
      FROM unnest(${[...better.keys()]}::text[], ${[...better.values()]}::int[]) AS b (id, level)
      JOIN search.document AS d ON d.collection = ${collection} AND d.id = b.id
     WHERE d.id NOT IN (SELECT id FROM popular)`;
}

const order = sql`level DESC, score DESC, popularity DESC, id`;

/** The candidates of one page, in order. */
function page({ collection, rank, limit, offset }: FindQuery): Sql {
  const bounds = sql`LIMIT ${limit} OFFSET ${offset}`;
  const plain = sql`SELECT id, level, score, popularity, 0 AS part FROM candidate`;
  if (rank === undefined) return sql`${plain} ORDER BY ${order} ${bounds}`;
  const near = sql`
    SELECT c.id, c.level, ts_rank_cd(d.vector, ${rank.whole}::tsquery, 32) AS score, c.popularity, 0 AS part
      FROM (SELECT * FROM candidate ORDER BY ${order} LIMIT ${window}) AS c
      JOIN search.document AS d ON d.collection = ${collection} AND d.id = c.id`;
  const far = sql`(SELECT id, level, score, popularity, 1 FROM candidate ORDER BY ${order} OFFSET ${window})`;
  const all = offset + limit <= window ? near : sql`${near} UNION ALL ${far}`;
  return sql`SELECT * FROM (${all}) AS ranked ORDER BY part, ${order} ${bounds}`;
}

function facetCounts(names: readonly string[]): Sql {
  if (names.length === 0) return sql`'[]'::jsonb`;
  // Equal lists of values are taken apart once; `OFFSET 0` keeps each of them from being compared with the names.
  return sql`(
    SELECT coalesce(jsonb_agg(jsonb_build_object('entry', entry, 'count', documents) ORDER BY documents DESC, entry), '[]')
      FROM (SELECT entry, documents,
                   row_number() OVER (PARTITION BY split_part(entry, '=', 1) ORDER BY documents DESC, entry) AS place
              FROM (SELECT entry, sum(alike)::int AS documents
                      FROM (SELECT facets, count(*) AS alike FROM candidate GROUP BY facets) AS lists,
                           unnest(facets) AS entry
                     GROUP BY entry OFFSET 0) AS counted
             WHERE split_part(entry, '=', 1) = ANY (${names}::text[])) AS placed
     WHERE place <= ${valuesPerFacet})`;
}

/** How many documents of a part of a collection fulfil a condition, both texts of tsqueries. */
export async function countWithin(reader: Reader, scope: string, condition: string): Promise<number> {
  const row = await reader.row<{ found: number }>(
    sql`SELECT search.count_within(${scope}::tsquery, ${condition}::tsquery) AS found`,
  );
  return row?.found ?? 0;
}

/** Finds, ranks, counts and reads one page of what a query matches, in one statement. */
export async function find(reader: Reader, query: FindQuery): Promise<Found> {
  const row = await reader.row<Found>(sql`
    WITH popular AS MATERIALIZED (${popular(query)}),
    candidate AS ${query.better.size === 0 ? sql`NOT MATERIALIZED` : sql`MATERIALIZED`} (${candidates(query)}),
    page AS MATERIALIZED (${page(query)}),
    counted AS (SELECT count(*)::int AS total FROM candidate)
    SELECT least(total, ${candidateCap}::int) AS total,
           CASE WHEN total < ${enough}::int THEN ARRAY(SELECT id FROM candidate) ELSE '{}' END AS few,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'score', p.score, 'title', c.title,
                                                         'body', left(c.body, ${excerptFrom}))
                            ORDER BY p.part, p.level DESC, p.score DESC, p.popularity DESC, p.id), '[]')
              FROM page AS p JOIN search.content AS c ON c.collection = ${query.collection} AND c.id = p.id) AS hits,
           ${facetCounts(query.count)} AS facets
      FROM counted`);
  return row ?? { total: 0, hits: [], facets: [], few: [] };
}
