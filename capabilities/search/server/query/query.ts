import { Refusal } from '#base/refusal';
import type { Reader } from '#platform/server/database';
import { correct } from '../correction/correct.ts';
import { countsOf } from '../documents/vocabulary.store.ts';
import { clean } from '../documents/words.rules.ts';
import { excerptOf, highlighted, matcherOf } from '../highlight/highlight.rules.ts';
import type { Search, SearchAnswer, SearchQuery } from '../index.ts';
import { candidateCap, type FindQuery, type Found, find } from './find.read.ts';
import { type ParsedQuery, parseQuery, type Unit } from './parse.rules.ts';
import { tiersToRead } from './tiers.rules.ts';
import { allOf, conditionQuery, estimatedBy } from './tsquery.rules.ts';

/** Fewer hits for all words than this, and words are dropped from the right. */
const enough = 10;
const mostHits = 200;
const mostIds = 10_000;

const nothing: Found = { total: 0, hits: [], facets: [] };

function check({ limit, offset = 0, ids = [] }: SearchQuery): void {
  const isPage = Number.isInteger(limit) && limit >= 0 && Number.isInteger(offset) && offset >= 0;
  if (!isPage || limit > mostHits || ids.length > mostIds) {
    throw new Refusal(
      'invalid',
      'search.query_invalid',
      `At most ${mostHits} hits and ${mostIds} ids at once.`,
    );
  }
}

/** The query as PostgreSQL can take it: what it cannot is in no document either. */
function askable(query: SearchQuery): SearchQuery {
  const { facets = {}, numbers = {}, ids, count = [] } = query;
  return {
    ...query,
    facets: Object.fromEntries(
      Object.entries(facets).map(([name, values]) => [clean(name), values.map(clean)]),
    ),
    numbers: Object.fromEntries(Object.entries(numbers).map(([name, range]) => [clean(name), range])),
    count: count.map(clean),
    ...(ids === undefined ? {} : { ids: ids.map(clean) }),
  };
}

/** Tiers of popularity that probably suffice; none when the query is narrowed by what is not counted. */
async function guessTiers(
  reader: Reader,
  { collection, ids, numbers = {}, facets = {} }: SearchQuery,
  wanted: readonly Unit[],
): Promise<readonly (readonly number[])[]> {
  const isNarrowed = ids !== undefined || Object.keys(numbers).length + Object.keys(facets).length > 0;
  if (isNarrowed || wanted.length === 0) return [[]];
  const asked = wanted.flatMap(estimatedBy);
  return tiersToRead(await countsOf(reader, collection, asked), asked, candidateCap);
}

interface Level {
  readonly wanted: readonly Unit[];
  /** Stricter ones that come first. */
  readonly better: readonly (readonly Unit[])[];
}

async function findLevel(
  reader: Reader,
  query: SearchQuery,
  { wanted, better }: Level,
  unwanted: ParsedQuery['unwanted'],
): Promise<Found> {
  const { collection, ids, numbers = {}, facets = {}, limit, offset = 0, count = [] } = query;
  const isText = wanted.length + unwanted.length > 0;
  const isFaceted = Object.values(facets).some((values) => values.length > 0);
  const run = (tiers: readonly number[]): Promise<Found> => {
    const asked: FindQuery = {
      collection,
      condition:
        isText || isFaceted ? conditionQuery({ collection, facets, tiers }, wanted, unwanted) : undefined,
      rank: wanted.length === 0 ? undefined : allOf(wanted),
      better: better.map(allOf),
      numbers,
      ids,
      limit,
      offset,
      count,
    };
    return find(reader, asked);
  };
  let found = nothing;
  for (const tiers of await guessTiers(reader, query, wanted)) {
    found = await run(tiers);
    if (found.total >= candidateCap) return found;
  }
  return found;
}

/** All words; when that finds too little, also without the last, and so on. */
async function findRelaxing(reader: Reader, query: SearchQuery, parsed: ParsedQuery): Promise<Found> {
  let found = nothing;
  const better: (readonly Unit[])[] = [];
  for (let kept = parsed.wanted.length; kept > 0; kept -= 1) {
    const wanted = parsed.wanted.slice(0, kept);
    found = await findLevel(reader, query, { wanted, better }, parsed.unwanted);
    if (found.total >= enough) return found;
    better.push(wanted);
  }
  return found;
}

function answerOf(
  found: Found,
  query: SearchQuery,
  wanted: readonly Unit[],
  correctedTo: string | null,
): SearchAnswer {
  const matches = matcherOf(wanted);
  const facets = (query.count ?? []).map(
    (name) =>
      [
        name,
        found.facets
          .filter(({ facet }) => facet === clean(name))
          .map(({ value, count }) => ({ value, count })),
      ] as const,
  );
  return {
    total: found.total,
    hits: found.hits.map(({ id, score, title, body }) => ({
      id,
      score,
      title: highlighted(title, matches),
      excerpt: excerptOf(body, matches),
    })),
    facets: Object.fromEntries(facets),
    correctedTo,
  };
}

/** Answers queries: all words first, then what was probably meant, then fewer words. */
export function createQuery(): Search['query'] {
  return async (reader, asking) => {
    check(asking);
    const query = askable(asking);
    const text = query.text?.trim() ?? '';
    const parsed = parseQuery(query.text ?? '');
    if (parsed.wanted.length === 0) {
      // A text that says nothing at all, like "?!", finds nothing; only no text lists everything.
      const isEmpty = text === '' || parsed.unwanted.length > 0;
      const found = isEmpty
        ? await findLevel(reader, query, { wanted: [], better: [] }, parsed.unwanted)
        : nothing;
      return answerOf(found, asking, [], null);
    }
    const strict = await findLevel(reader, query, { wanted: parsed.wanted, better: [] }, parsed.unwanted);
    if (strict.total >= enough || (strict.total > 0 && parsed.wanted.length === 1)) {
      return answerOf(strict, asking, parsed.wanted, null);
    }
    const meant = strict.total > 0 ? null : await correct(reader, query.collection, query.text ?? '');
    const asked = meant === null ? parsed : parseQuery(meant);
    const found = await findRelaxing(reader, query, asked);
    return answerOf(found, asking, asked.wanted, meant);
  };
}
