import type { Tx } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import type { Indexing } from '../catalogue/indexing.ts';
import { deleteQuests, questsOf, updateQuest } from '../catalogue/quest.store.ts';
import { versionsOf } from '../catalogue/version.store.ts';
import type { QuestsContext } from '../uses.ts';
import type { Publishing } from './publishing.ts';
import { questSubject } from './quest-subject.ts';
import { draftPurposes, type UsedFiles, usedFiles } from './used-files.rules.ts';

type Dependencies = Pick<QuestsContext, 'database' | 'files' | 'moderation' | 'clock'> & {
  readonly publishing: Publishing;
  readonly indexing: Indexing;
};

/**
 * What a person wrote. Erasing deletes what was never published; a published quest leaves the catalogue and stays for
 * those who have it, under an id that leads to nobody any more.
 */
export function createAuthorData(dependencies: Dependencies): PersonalData {
  const { database, files, moderation, clock, publishing, indexing } = dependencies;

  async function letGo(tx: Tx, questId: string, used: readonly UsedFiles[]): Promise<void> {
    for (const purpose of draftPurposes) {
      const fileIds = [...new Set(used.flatMap((each) => each[purpose]))];
      if (fileIds.length > 0) await files.detach(tx, { purpose, subjectId: questId, fileIds });
    }
  }

  return {
    async export(userId) {
      const quests = await questsOf(database, userId);
      return quests.map(({ id, state, content, points, createdAt, updatedAt }) => ({
        id,
        state,
        ...content,
        points,
        created_at: createdAt,
        updated_at: updatedAt,
      }));
    },
    async erase(tx, userId) {
      const quests = await questsOf(tx, userId);
      for (const quest of quests) {
        if (quest.state === 'in_review') await moderation.withdraw(tx, questSubject, quest.id);
        if (quest.publishedVersion === null) {
          const frozen = await versionsOf(tx, quest.id);
          await letGo(
            tx,
            quest.id,
            [quest, ...frozen].map(({ content, points }) => usedFiles(content, points)),
          );
        } else if (quest.state !== 'archived') {
          await publishing.show(tx, quest.id, false);
          await updateQuest(tx, { ...quest, state: 'archived', updatedAt: clock() });
        }
      }
      const unpublished = quests.filter(({ publishedVersion }) => publishedVersion === null);
      const ids = unpublished.map(({ id }) => id);
      await indexing.remove(tx, ids);
      await deleteQuests(tx, ids);
    },
  };
}
