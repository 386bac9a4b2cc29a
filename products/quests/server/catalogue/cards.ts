import type { Reader } from '#platform/server/database';
import type { QuestCard } from '../../contract/index.ts';
import { createKeyedCache } from '../caching/keyed-cache.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import type { Pictures } from '../pictures/pictures.ts';
import type { Players } from '../rooms.ts';
import type { QuestsContext } from '../uses.ts';
import { type CardRow, publicCards } from './card.read.ts';
import { type CardParts, presentCard } from './present-card.ts';
import { cardPrefix, cardsTag } from './quest-caching.ts';

export interface Cards {
  parts(rows: readonly CardRow[]): Promise<CardParts>;
  present(rows: readonly CardRow[]): Promise<readonly QuestCard[]>;
  /** As players see them, from the cache unless `reader` is a transaction. */
  byId(reader: Reader, questIds: readonly string[]): Promise<ReadonlyMap<string, QuestCard>>;
}

type Dependencies = Pick<QuestsContext, 'database' | 'cache' | 'config'> & {
  readonly dictionaries: Dictionaries;
  readonly pictures: Pictures;
  readonly players: Players;
};

export function createCards(dependencies: Dependencies): Cards {
  const { database, cache, config, dictionaries, pictures, players } = dependencies;

  async function parts(rows: readonly CardRow[]): Promise<CardParts> {
    const covers = rows.flatMap(({ content }) => content.cover_file_id ?? []);
    const [words, shown, authors] = await Promise.all([
      dictionaries.snapshot(),
      pictures.many(covers),
      players.briefs(rows.map((row) => row.author_id)),
    ]);
    return { words, pictures: shown, authors };
  }

  async function present(rows: readonly CardRow[]): Promise<readonly QuestCard[]> {
    const known = await parts(rows);
    return rows.map((row) => presentCard(row, known));
  }

  async function load(reader: Reader, questIds: readonly string[]): Promise<ReadonlyMap<string, QuestCard>> {
    const cards = await present(await publicCards(reader, questIds));
    return new Map(cards.map((card) => [card.id, card]));
  }

  const kept = createKeyedCache<QuestCard>({
    cache,
    prefix: cardPrefix,
    // Authors' names are in it.
    ttlSeconds: Math.min(60, config.QUESTS_CARD_CACHE_SECONDS),
    tags: [cardsTag],
    load: (ids) => load(database, ids),
  });

  return {
    parts,
    present,
    byId: (reader, questIds) => (reader === database ? kept.many(questIds) : load(reader, questIds)),
  };
}
