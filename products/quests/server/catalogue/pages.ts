import type { Caller } from '#platform/server/http';
import type { QuestDetail } from '../../contract/index.ts';
import { createKeyedCache } from '../caching/keyed-cache.ts';
import type { QuestsContext } from '../uses.ts';
import { type CardRow, publicCards } from './card.read.ts';
import type { Cards } from './cards.ts';
import { mayEdit } from './may-edit.rules.ts';
import { draftCard } from './page.read.ts';
import { presentDetail } from './present-detail.ts';
import { cardsTag, pagePrefix } from './quest-caching.ts';
import { questNotFound } from './refusals.ts';

/** Quests on their own pages. */
export interface Pages {
  /** A quest of the catalogue; undefined when it is not (or no longer) there. */
  published(questId: string): Promise<QuestDetail | undefined>;
  /** What this person may see of a quest; `not_found` otherwise. */
  page(caller: Caller | null, questId: string): Promise<QuestDetail>;
  /** What was published, also when it is archived. */
  lastPublished(questId: string): Promise<QuestDetail | undefined>;
}

type Dependencies = Pick<QuestsContext, 'database' | 'cache' | 'config'> & { readonly cards: Cards };

export function createPages({ database, cache, config, cards }: Dependencies): Pages {
  async function present(rows: readonly CardRow[]): Promise<readonly QuestDetail[]> {
    const parts = await cards.parts(rows);
    return rows.map((row) => presentDetail(row, parts));
  }

  const kept = createKeyedCache<QuestDetail>({
    cache,
    prefix: pagePrefix,
    ttlSeconds: config.QUESTS_PAGE_CACHE_SECONDS,
    tags: [cardsTag],
    async load(ids) {
      const rows = await publicCards(database, ids);
      const details = await present(rows.filter(({ listed }) => listed));
      return new Map(details.map((detail) => [detail.id, detail]));
    },
  });

  async function lastPublished(questId: string): Promise<QuestDetail | undefined> {
    const rows = await publicCards(database, [questId]);
    return (await present(rows.filter(({ version }) => version !== null)))[0];
  }

  return {
    published: kept.one,
    lastPublished,
    async page(caller, questId) {
      const published = await kept.one(questId);
      if (published !== undefined) return published;
      const row = caller === null ? undefined : await draftCard(database, questId);
      if (caller === null || row === undefined || !mayEdit(caller, { authorId: row.author_id }))
        throw questNotFound();
      const [detail] = await present([row]);
      if (detail === undefined) throw questNotFound();
      return detail;
    },
  };
}
