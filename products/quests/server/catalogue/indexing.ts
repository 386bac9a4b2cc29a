import type { SearchDocument } from '#capabilities/search/server';
import type { Tx } from '#platform/server/database';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import type { DictionarySnapshot } from '../dictionaries/dictionary.ts';
import type { QuestsContext } from '../uses.ts';
import type { Listing } from './listing.store.ts';

/** The collection of published quests in search and recommendations. */
export const questCollection = 'quests';
/** Where published quests begin, in the index of places. */
export const startCollection = 'quests.start';

/** Keeps search, places and recommendations true to the catalogue, in the transaction of the change. */
export interface Indexing {
  /** Everything about listings: those that are not listed are taken out. */
  put(tx: Tx, listings: readonly Listing[]): Promise<void>;
  /** Only what counters and popularity change: words and places stay. */
  recount(tx: Tx, listings: readonly Listing[]): Promise<void>;
  /** For good. */
  remove(tx: Tx, questIds: readonly string[]): Promise<void>;
}

function documentOf(
  { id, authorId, content, popularity }: Listing,
  words: DictionarySnapshot,
): SearchDocument {
  const carried = [
    words.word('city', content.city),
    words.word('category', content.category),
    words.word('vehicle', content.vehicle),
    ...(content.place === null ? [] : [words.word('place', content.place)]),
    ...content.activities.map((code) => words.word('activity', code)),
  ];
  return {
    id,
    title: content.title,
    keywords: carried.flatMap(({ name }) => [name.ru, name.en]).join(' '),
    text: `${content.summary}\n\n${content.description}`,
    popularity,
    facets: {
      city: [content.city],
      category: [content.category],
      vehicle: [content.vehicle],
      place: content.place === null ? [] : [content.place],
      activity: content.activities,
      tool: content.tools,
      language: content.languages,
      difficulty: [String(content.difficulty)],
      author: [authorId],
    },
    numbers: { price: content.price.amount, duration: content.duration_minutes },
  };
}

type Dependencies = Pick<QuestsContext, 'search' | 'geo' | 'recommendations'> & {
  readonly dictionaries: Dictionaries;
};

export function createIndexing({ search, geo, recommendations, dictionaries }: Dependencies): Indexing {
  async function recommend(tx: Tx, listing: Listing): Promise<void> {
    const { id, content, start, publishedAt, stars, ratings, popularity, listed } = listing;
    await recommendations.put(tx, questCollection, {
      id,
      city: content.city,
      category: content.category,
      position: start,
      publishedAt,
      ratingSum: stars,
      ratingCount: ratings,
      popularity,
      available: listed,
    });
  }

  async function describe(tx: Tx, listings: readonly Listing[]): Promise<void> {
    if (listings.length === 0) return;
    const words = await dictionaries.snapshot();
    await search.put(
      tx,
      questCollection,
      listings.map((listing) => documentOf(listing, words)),
    );
  }

  async function hide(tx: Tx, questIds: readonly string[]): Promise<void> {
    if (questIds.length === 0) return;
    await search.remove(tx, questCollection, questIds);
    await geo.remove(tx, startCollection, questIds);
  }

  return {
    async put(tx, listings) {
      const shown = listings.filter(({ listed }) => listed);
      await hide(
        tx,
        listings.filter(({ listed }) => !listed).map(({ id }) => id),
      );
      await describe(tx, shown);
      for (const { id, start } of shown) await geo.put(tx, startCollection, { id, ...start });
      for (const listing of listings) await recommend(tx, listing);
    },
    async recount(tx, listings) {
      await describe(
        tx,
        listings.filter(({ listed }) => listed),
      );
      for (const listing of listings) await recommend(tx, listing);
    },
    async remove(tx, questIds) {
      await hide(tx, questIds);
      if (questIds.length > 0) await recommendations.remove(tx, questCollection, questIds);
    },
  };
}
