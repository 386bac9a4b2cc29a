import type { Tx } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { Quest, QuestState } from '../catalogue/content.ts';
import { findQuest, lockQuest, updateQuest } from '../catalogue/quest.store.ts';
import type { QuestsContext } from '../uses.ts';
import { questFor } from './drafts.ts';
import type { Publishing } from './publishing.ts';
import { questSubject } from './quest-subject.ts';
import { questPictures, questText } from './quest-text.rules.ts';
import { readinessFaults } from './readiness.rules.ts';
import { inReview, notArchived, notInReview, notReady } from './refusals.ts';

/** What an author does with a quest as a whole. */
export interface Lifecycle {
  submit(caller: Caller, questId: string): Promise<Quest>;
  withdraw(caller: Caller, questId: string): Promise<Quest>;
  archive(caller: Caller, questId: string): Promise<Quest>;
  restore(caller: Caller, questId: string): Promise<Quest>;
}

type Dependencies = Pick<QuestsContext, 'database' | 'moderation' | 'clock'> & {
  readonly publishing: Publishing;
};

export function createLifecycle({ database, moderation, clock, publishing }: Dependencies): Lifecycle {
  const locked = (tx: Tx, caller: Caller, questId: string) =>
    questFor(caller, questId, (id) => lockQuest(tx, id));

  async function move(tx: Tx, quest: Quest, state: QuestState): Promise<Quest> {
    const moved = { ...quest, state, updatedAt: clock() };
    await updateQuest(tx, moved);
    return moved;
  }

  /** Takes the case back. It is locked before the quest, as a decision does, so that they cannot wait for each other. */
  async function takeBack(tx: Tx, caller: Caller, questId: string): Promise<Quest> {
    const seen = await questFor(caller, questId, (id) => findQuest(tx, id));
    if (seen.state === 'in_review') await moderation.withdraw(tx, questSubject, questId);
    const quest = await locked(tx, caller, questId);
    // Submitted in between: its case was not there to take back.
    if (quest.state === 'in_review' && seen.state !== 'in_review') throw inReview();
    return quest;
  }

  return {
    submit: (caller, questId) =>
      database.transaction(async (tx) => {
        const quest = await locked(tx, caller, questId);
        if (quest.state === 'in_review') throw inReview();
        const faults = readinessFaults(quest);
        if (faults.length > 0) throw notReady(faults);
        const written = { kind: questSubject, authorId: quest.authorId, subjectId: questId };
        const text = await moderation.inspectText(tx, {
          ...written,
          text: `${quest.content.title}\n\n${questText(quest)}`,
        });
        const images = await moderation.inspectImages(tx, questPictures(quest));
        await moderation.open(tx, { ...written, flags: [...text.flags, ...images.flags] });
        return move(tx, { ...quest, rejection: null }, 'in_review');
      }),

    withdraw: (caller, questId) =>
      database.transaction(async (tx) => {
        const quest = await takeBack(tx, caller, questId);
        if (quest.state !== 'in_review') throw notInReview();
        return move(tx, quest, await publishing.restingState(tx, quest));
      }),

    archive: (caller, questId) =>
      database.transaction(async (tx) => {
        const quest = await takeBack(tx, caller, questId);
        if (quest.state === 'archived') return quest;
        await publishing.show(tx, questId, false);
        return move(tx, quest, 'archived');
      }),

    restore: (caller, questId) =>
      database.transaction(async (tx) => {
        const quest = await locked(tx, caller, questId);
        if (quest.state !== 'archived') throw notArchived();
        const isShown = await publishing.show(tx, questId, true);
        return move(tx, quest, isShown ? 'published' : 'draft');
      }),
  };
}
