import { Refusal } from '#base/refusal';
import type { Reader } from '#platform/server/database';
import { correct } from '../correction/correct.ts';
import { facetEntry, facetOf } from '../documents/lexeme.rules.ts';
import { clean } from '../documents/words.rules.ts';
import { excerptOf, highlighted, matcherOf } from '../highlight/highlight.rules.ts';
import type { Search, SearchAnswer, SearchQuery } from '../index.ts';
import { candidateCap, enough, type Found, find } from './find.read.ts';
import { type Known, knownOf } from './frequencies.ts';
import { expectedShare, lookFor, nextLook, shareInRanges } from './looks.rules.ts';
import { type ParsedQuery, parseQuery, type Unit } from './parse.rules.ts';
import { sampledShare } from './sample.ts';
import {
  type Closeness,
  conditionQuery,
  exactly,
  isPair,
  rankByAll,
  rankByAny,
  scopeQuery,
  standingQuery,
} from './tsquery.rules.ts';

/** Fewer hits of a pair than this are compared by positions: pairs share numbers by chance, seldom. */
const trustedPairs = 1_000;
const mostHits = 200;
const mostIds = 10_000;

const nothing: Found = { total: 0, hits: [], facets: [], few: [] };

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

interface Level {
  readonly wanted: readonly Unit[];
  /** Documents that fulfil more, and by how much; they come first. */
  readonly better: ReadonlyMap<string, number>;
}

/** Answers what all the wanted units find, looking no further down in popularity than it must. */
async function findLevel(
  reader: Reader,
  query: SearchQuery,
  known: Known,
  { wanted, better }: Level,
  unwanted: ParsedQuery['unwanted'],
): Promise<Found> {
  const { collection, ids, numbers = {}, facets = {}, limit, offset = 0, count = [] } = query;
  const conditionFor = (closeness: Closeness): string | undefined =>
    conditionQuery({ wanted, unwanted }, facets, closeness);
  const run = (tiers: readonly number[], closeness: Closeness): Promise<Found> => {
    const condition = conditionFor(closeness);
    return find(reader, {
      collection,
      // What only excludes would have the index read whole, were the scope not part of it.
      condition:
        condition === undefined || wanted.length > 0
          ? condition
          : `${scopeQuery(collection, tiers)} & ${condition}`,
      scope: standingQuery(collection, tiers),
      rank:
        wanted.length === 0
          ? undefined
          : { head: rankByAny(wanted, known.continuations), whole: rankByAll(wanted) },
      better,
      numbers,
      ids,
      limit,
      offset,
      count: count.map((name) => facetEntry(name, '').slice(0, -1)),
    });
  };
  const closeness = { continuations: known.continuations, byPairs: true, common: known.common };
  const share =
    ids === undefined
      ? await sampledShare(reader, {
          collection,
          tiers: known.tiers,
          wanted,
          condition: conditionFor(closeness) ?? '',
          expected: expectedShare(known, { wanted, unwanted }, query),
          left: shareInRanges(numbers),
          cap: candidateCap,
        })
      : 0;
  let look = lookFor(known.tiers, share, candidateCap);
  let found = await run(look.tiers, closeness);
  while (found.total < candidateCap && look.tiers.length > 0) {
    look = nextLook(known.tiers, look, found.total, candidateCap);
    found = await run(look.tiers, closeness);
  }
  const isCut = known.continuations !== undefined && wanted.some(({ isPrefix }) => isPrefix);
  const isLoose = found.total > 0 && wanted.some(isPair);
  const asksAgain = (isCut && found.total < enough) || (isLoose && found.total < trustedPairs);
  return asksAgain ? run([], exactly) : found;
}

/** Also without the last word, then without the one before it, and so on, until enough is found. */
async function findFewer(
  reader: Reader,
  query: SearchQuery,
  known: Known,
  { wanted, unwanted }: ParsedQuery,
  strict: Found,
): Promise<Found> {
  let found = strict;
  const better = new Map<string, number>();
  for (let kept = wanted.length - 1; kept > 0 && found.total < enough; kept -= 1) {
    for (const id of found.few) better.set(id, (better.get(id) ?? 0) + 1);
    found = await findLevel(reader, query, known, { wanted: wanted.slice(0, kept), better }, unwanted);
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
  const counts = found.facets.map(({ entry, count }) => ({ entry: facetOf(entry), count }));
  const facets = (query.count ?? []).map((name) => {
    const own = counts.filter(({ entry: [facet] }) => facet === clean(name));
    return [name, own.map(({ entry: [, value], count }) => ({ value, count }))] as const;
  });
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

const noLevel: Level = { wanted: [], better: new Map() };

/** Answers queries: all words first, then what was probably meant, then fewer words. */
export function createQuery(): Search['query'] {
  return async (reader, asking) => {
    check(asking);
    const query = askable(asking);
    const text = query.text?.trim() ?? '';
    const parsed = parseQuery(query.text ?? '');
    const known = await knownOf(reader, query, parsed);
    if (parsed.wanted.length === 0) {
      // A text that says nothing at all, like "?!", finds nothing; only no text lists everything.
      const isEmpty = text === '' || parsed.unwanted.length > 0;
      const found = isEmpty ? await findLevel(reader, query, known, noLevel, parsed.unwanted) : nothing;
      return answerOf(found, asking, [], null);
    }
    const meaning = (): Promise<string | null> => correct(reader, query.collection, query.text ?? '');
    // A word that was never counted is probably mistyped: what was meant is found out at the same time.
    const [strict, guess] = await Promise.all([
      findLevel(reader, query, known, { ...noLevel, wanted: parsed.wanted }, parsed.unwanted),
      known.isStrange ? meaning() : undefined,
    ]);
    if (strict.total >= enough || (strict.total > 0 && parsed.wanted.length === 1)) {
      return answerOf(strict, asking, parsed.wanted, null);
    }
    const meant = strict.total > 0 ? null : guess === undefined ? await meaning() : guess;
    if (meant === null) {
      const found = await findFewer(reader, query, known, parsed, strict);
      return answerOf(found, asking, parsed.wanted, null);
    }
    const other = parseQuery(meant);
    const otherKnown = await knownOf(reader, query, other);
    const first = await findLevel(
      reader,
      query,
      otherKnown,
      { ...noLevel, wanted: other.wanted },
      other.unwanted,
    );
    const found = await findFewer(reader, query, otherKnown, other, first);
    return answerOf(found, asking, other.wanted, meant);
  };
}
