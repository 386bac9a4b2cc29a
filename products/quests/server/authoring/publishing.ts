import { Refusal } from '#base/refusal';
import type { Tx } from '#platform/server/database';
import { QuestChanged, QuestPublished, QuestRejected } from '../../contract/index.ts';
import type { Quest, QuestState } from '../catalogue/content.ts';
import { freeze } from '../catalogue/freezing.ts';
import type { Indexing } from '../catalogue/indexing.ts';
import { findListing, putListing, setListed } from '../catalogue/listing.store.ts';
import { lockQuest, updateQuest } from '../catalogue/quest.store.ts';
import type { QuestCaching } from '../catalogue/quest-caching.ts';
import { questNotFound } from '../catalogue/refusals.ts';
import type { QuestsContext } from '../uses.ts';
import { carryAsPublished } from './entry-use.store.ts';

/** Moves quests into the catalogue and out of it. Quests must be locked where one is given. */
export interface Publishing {
  /** A moderator said yes: what was submitted is what players get. */
  approve(tx: Tx, questId: string): Promise<void>;
  /** A moderator said no: back to the author. */
  reject(
    tx: Tx,
    questId: string,
    why: { readonly reasonCode: string; readonly note: string | null },
  ): Promise<void>;
  /** What a quest is when it is not (or no longer) with the moderators. */
  restingState(tx: Tx, quest: Quest): Promise<QuestState>;
  /** Shows or hides the publication, wherever it is seen; false when there is none. */
  show(tx: Tx, questId: string, listed: boolean): Promise<boolean>;
}

type Dependencies = Pick<QuestsContext, 'events' | 'analytics' | 'clock'> & {
  readonly indexing: Indexing;
  readonly caching: QuestCaching;
};

const notWithModerators = () =>
  new Refusal('conflict', 'quests.not_in_review', 'The quest is not with the moderators any more.');

export function createPublishing(dependencies: Dependencies): Publishing {
  const { events, analytics, clock, indexing, caching } = dependencies;

  async function submitted(tx: Tx, questId: string): Promise<Quest> {
    const quest = await lockQuest(tx, questId);
    if (quest === undefined) throw questNotFound();
    if (quest.state !== 'in_review') throw notWithModerators();
    return quest;
  }

  async function followUp(tx: Tx, questId: string): Promise<void> {
    const listing = await findListing(tx, questId);
    if (listing !== undefined) await indexing.put(tx, [listing]);
    await caching.questChanged(tx, questId);
    await events.emit(tx, QuestChanged, { quest_id: questId });
  }

  async function restingState(tx: Tx, { id }: Quest): Promise<QuestState> {
    const listing = await findListing(tx, id);
    if (listing === undefined) return 'draft';
    return listing.listed ? 'published' : 'archived';
  }

  return {
    restingState,

    async approve(tx, questId) {
      const [quest, now] = [await submitted(tx, questId), clock()];
      const version = await freeze(tx, quest, 1, now);
      await putListing(tx, quest, version, now);
      await carryAsPublished(tx, questId);
      await updateQuest(tx, {
        ...quest,
        state: 'published',
        publishedVersion: version,
        publishedRevision: quest.revision,
        rejection: null,
        updatedAt: now,
      });
      await followUp(tx, questId);
      await analytics.track(tx, {
        name: 'quests.published',
        subjectId: questId,
        userId: quest.authorId,
        ownerId: quest.authorId,
        key: `quests.published:${questId}:${version}`,
      });
      await events.emit(tx, QuestPublished, { quest_id: questId, author_id: quest.authorId, version });
    },

    async reject(tx, questId, { reasonCode, note }) {
      const [quest, now] = [await submitted(tx, questId), clock()];
      const state = await restingState(tx, quest);
      const rejection = { code: reasonCode, note, at: now };
      await updateQuest(tx, { ...quest, state, rejection, updatedAt: now });
      await events.emit(tx, QuestRejected, {
        quest_id: questId,
        author_id: quest.authorId,
        reason_code: reasonCode,
      });
    },

    async show(tx, questId, listed) {
      if (!(await setListed(tx, questId, listed))) return false;
      await followUp(tx, questId);
      return true;
    },
  };
}
