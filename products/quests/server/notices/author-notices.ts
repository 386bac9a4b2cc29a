import { findQuest } from '../catalogue/quest.store.ts';
import type { QuestsContext } from '../uses.ts';

/** Tells an author what became of their quest; `key` is the delivery's id. */
export type TellAuthor = (
  what: 'quests.quest_published' | 'quests.quest_rejected',
  quest: { readonly quest_id: string; readonly author_id: string },
  key: string,
) => Promise<void>;

export function createTellAuthor({
  database,
  notifications,
}: Pick<QuestsContext, 'database' | 'notifications'>): TellAuthor {
  return async (kind, { quest_id: questId, author_id: userId }, key) => {
    const quest = await findQuest(database, questId);
    if (quest === undefined) return;
    await database.transaction((tx) =>
      notifications.notify(tx, {
        kind,
        userId,
        values: { title: quest.content.title },
        path: `/app/quests/${questId}`,
        key: `${key}:author`,
      }),
    );
  };
}
