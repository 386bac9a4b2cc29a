import type { Catalogue } from '../rooms.ts';
import type { QuestsContext } from '../uses.ts';
import { questBriefs } from './brief.read.ts';
import type { Cards } from './cards.ts';
import { freezeDraft } from './freezing.ts';
import type { Indexing } from './indexing.ts';
import { addCounts } from './listing.store.ts';
import { mayEdit } from './may-edit.rules.ts';
import type { QuestCaching } from './quest-caching.ts';
import { questNotFound } from './refusals.ts';
import { findVersion } from './version.store.ts';

type Dependencies = Pick<QuestsContext, 'clock'> & {
  readonly cards: Cards;
  readonly caching: QuestCaching;
  readonly indexing: Indexing;
};

/** What the other rooms ask of the catalogue. */
export function createCatalogue({ clock, cards, caching, indexing }: Dependencies): Catalogue {
  return {
    brief: async (reader, questId) => (await questBriefs(reader, [questId])).get(questId),
    briefs: questBriefs,
    cards: cards.byId,
    version: findVersion,
    freezeDraft: (tx, questId) => freezeDraft(tx, questId, clock()),
    mayEdit,
    async count(tx, questId, { stars = 0, ratings = 0, finished = 0 }) {
      const listing = await addCounts(tx, questId, { stars, ratings, finished });
      if (listing === undefined) throw questNotFound();
      await indexing.recount(tx, [listing]);
      await caching.questChanged(tx, questId);
    },
  };
}
