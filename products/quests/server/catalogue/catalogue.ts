import type { Caller } from '#platform/server/http';
import type { Invalidation } from '../caching/invalidation.ts';
import type { Catalogue, QuestBrief } from '../rooms.ts';
import type { QuestsContext } from '../uses.ts';
import { questBriefs } from './brief.read.ts';
import type { Cards } from './cards.ts';
import { countOn } from './counting.ts';
import { freezeDraft } from './freezing.ts';
import { findVersion } from './version.store.ts';

type Dependencies = Pick<QuestsContext, 'clock'> & {
  readonly cards: Cards;
  readonly invalidation: Invalidation;
};

/** True for the author, and for people who may edit every quest. */
export function mayEdit(caller: Caller, quest: Pick<QuestBrief, 'authorId'>): boolean {
  return quest.authorId === caller.userId || caller.permissions.has('can_edit_quests');
}

/** What the other rooms ask of the catalogue. */
export function createCatalogue({ clock, cards, invalidation }: Dependencies): Catalogue {
  return {
    brief: async (reader, questId) => (await questBriefs(reader, [questId])).get(questId),
    briefs: questBriefs,
    cards: cards.byId,
    version: findVersion,
    freezeDraft: (tx, questId) => freezeDraft(tx, questId, clock()),
    mayEdit,
    async count(tx, questId, change) {
      await countOn(tx, questId, change);
      await invalidation.forget(tx, { keys: [cards.key(questId)] });
    },
  };
}
