import { distanceBetween, type Position } from '#base/geometry';
import type { SearchAnswer } from '#capabilities/search/server';
import type { FoundQuest, QuestCard } from '../../contract/index.ts';
import type { QuestsContext } from '../uses.ts';
import type { Cards } from './cards.ts';
import { decodeOffset, encodeOffset } from './cursor.rules.ts';
import { type Counts, countQuests, facetNames } from './facets.read.ts';
import type { QuestFilter } from './filter.read.ts';
import { questCollection, startCollection } from './indexing.ts';
import { listsTag } from './quest-caching.ts';
import { listQuestIds, matchingIds, type QuestSort } from './quest-list.read.ts';
import { searchFacets, searchNumbers } from './search-query.rules.ts';

export interface Finding {
  readonly filter: QuestFilter;
  readonly words?: string | undefined;
  readonly near?: Position | undefined;
  /** Metres from `near`. */
  readonly within?: number | undefined;
  /** By relevance when there are words, else the popular first. */
  readonly sort?: QuestSort | 'distance' | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Found {
  readonly items: readonly FoundQuest[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly facets: Counts['facets'];
  readonly correctedTo: string | null;
}

/** Finds published quests. */
export interface Finder {
  find(finding: Finding): Promise<Found>;
  /** Completions of what is being typed. */
  suggest(text: string): Promise<readonly string[]>;
}

type Dependencies = Pick<QuestsContext, 'database' | 'search' | 'geo' | 'cache' | 'config'> & {
  readonly cards: Cards;
};

/** Places of one question at most: nobody turns further pages. */
const most = 1_000;
/** The most relevant that are put into another order: as many as search hands out at once. */
const mostRelevant = 200;

/** Ids in their order, with where the list goes on. */
interface Ordered {
  readonly ids: readonly string[];
  readonly nextCursor: string | null;
}

function slice(name: string, ids: readonly string[], { limit, cursor }: Finding): Ordered {
  const from = cursor === undefined ? 0 : decodeOffset(name, cursor);
  const rest = ids.length > from + limit;
  return { ids: ids.slice(from, from + limit), nextCursor: rest ? encodeOffset(name, from + limit) : null };
}

export function createFinder({ database, search, geo, cache, config, cards }: Dependencies): Finder {
  const options = { ttlSeconds: config.QUESTS_PAGE_CACHE_SECONDS, tags: [listsTag] };
  const keepsPages = options.ttlSeconds > 0;

  async function present(
    ids: readonly string[],
    near: Position | undefined,
    hits?: ReadonlyMap<string, SearchAnswer['hits'][number]>,
  ): Promise<readonly FoundQuest[]> {
    const known = await cards.byId(database, ids);
    const found = (card: QuestCard): FoundQuest => {
      const hit = hits?.get(card.id);
      const distance = near === undefined || card.start === null ? null : distanceBetween(near, card.start);
      return { ...card, distance, highlight: hit === undefined ? null : highlightOf(hit) };
    };
    return ids.flatMap((id) => {
      const card = known.get(id);
      // A card is a moment younger than the list: what was taken out in between is not shown.
      return card?.state === 'published' ? [found(card)] : [];
    });
  }

  const nearby = (at: Position, within: number | undefined) =>
    geo.nearest(database, {
      collection: startCollection,
      at,
      limit: most,
      ...(within === undefined ? {} : { within }),
    });

  async function ordered(filter: QuestFilter, finding: Finding, places: readonly string[]): Promise<Ordered> {
    const { sort = 'popular', limit, cursor } = finding;
    if (sort !== 'distance' || finding.near === undefined)
      return idsOf(await listQuestIds(database, filter, { sort: listed(sort), limit, cursor }));
    const matching = await matchingIds(database, { ...filter, ids: filter.ids ?? places });
    return slice(
      'distance',
      places.filter((id) => matching.has(id)),
      finding,
    );
  }

  /** By filters alone. */
  async function byFilters(finding: Finding): Promise<Found> {
    const { near, within, sort } = finding;
    const isByPlace = near !== undefined && (within !== undefined || sort === 'distance');
    const places = isByPlace ? (await nearby(near, within)).map(({ id }) => id) : [];
    const filter = isByPlace && within !== undefined ? { ...finding.filter, ids: places } : finding.filter;
    const [page, { total, facets }] = await Promise.all([ordered(filter, finding, places), counts(filter)]);
    const items = await present(page.ids, near);
    return { items, nextCursor: page.nextCursor, total, facets, correctedTo: null };
  }

  /** Counts change with the catalogue only; sets of ids are of one caller and not worth keeping. */
  function counts(filter: QuestFilter): Promise<Counts> {
    if (filter.ids !== undefined || !keepsPages) return countQuests(database, filter);
    return cache.getOrSet(`counts:${JSON.stringify(filter)}`, options, () => countQuests(database, filter));
  }

  /** By words. With an order of its own the relevant ones are ordered by it. */
  async function byWords(words: string, finding: Finding): Promise<Found> {
    const { near, within, sort, limit, cursor } = finding;
    const places =
      near === undefined || (within === undefined && sort !== 'distance')
        ? undefined
        : (await nearby(near, within)).map(({ id }) => id);
    const offset = sort === undefined && cursor !== undefined ? decodeOffset('words', cursor) : 0;
    const answer = await search.query(database, {
      collection: questCollection,
      text: words,
      facets: searchFacets(finding.filter),
      numbers: searchNumbers(finding.filter),
      ...(places === undefined || within === undefined ? {} : { ids: places }),
      limit: sort === undefined ? limit : mostRelevant,
      offset,
      count: facetNames,
    });
    const hits = new Map(answer.hits.map((hit) => [hit.id, hit]));
    const ids = [...hits.keys()];
    const following = offset + limit < answer.total && ids.length > 0;
    const page: Ordered =
      sort === undefined
        ? { ids, nextCursor: following ? encodeOffset('words', offset + limit) : null }
        : await ordered({ ...finding.filter, ids }, finding, places ?? []);
    const items = await present(page.ids, near, hits);
    const { total, facets, correctedTo } = answer;
    return { items, nextCursor: page.nextCursor, total, facets, correctedTo };
  }

  return {
    async find(finding) {
      const words = finding.words?.trim() ?? '';
      if (words !== '') return byWords(words, finding);
      if (finding.near !== undefined || !keepsPages) return byFilters(finding);
      return cache.getOrSet(`list:${JSON.stringify(finding)}`, options, () => byFilters(finding));
    },
    suggest: (text) => search.suggest(database, questCollection, text, 8),
  };
}

const idsOf = ({ items, nextCursor }: { items: readonly string[]; nextCursor: string | null }): Ordered => ({
  ids: items,
  nextCursor,
});

/** Without a place there are no distances to order by. */
const listed = (sort: QuestSort | 'distance'): QuestSort => (sort === 'distance' ? 'popular' : sort);

function highlightOf({ title, excerpt }: SearchAnswer['hits'][number]): FoundQuest['highlight'] {
  const marks = (list: readonly (readonly [number, number])[]) =>
    list.map(([from, to]): [number, number] => [from, to]);
  return {
    title: marks(title.marks),
    excerpt: excerpt === null ? null : { text: excerpt.text, marks: marks(excerpt.marks) },
  };
}
