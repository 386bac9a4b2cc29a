import type { ModerationSubject } from '#capabilities/moderation/server';
import { questsByIds } from '../catalogue/quest.store.ts';
import type { Publishing } from './publishing.ts';
import { questPictures, questText } from './quest-text.rules.ts';

/** The kind of case that a submitted quest is. */
export const questSubject = 'quests.quest';

/** How a submitted quest looks to a moderator, and what their decision does. */
export function createQuestSubject(publishing: Publishing): ModerationSubject {
  return {
    kind: questSubject,
    label: { ru: 'Квест на публикацию', en: 'Quest to publish' },
    permission: 'moderate_content',
    slaHours: 48,
    async preview(reader, questIds) {
      const quests = await questsByIds(reader, questIds);
      return new Map(
        quests.map((quest) => [
          quest.id,
          {
            title: quest.content.title,
            text: questText(quest),
            imageFileIds: questPictures(quest),
            path: `/app/quests/${quest.id}`,
          },
        ]),
      );
    },
    async apply(tx, { subjectId, decision, reasonCode, note }) {
      if (decision === 'approve') await publishing.approve(tx, subjectId);
      else await publishing.reject(tx, subjectId, { reasonCode, note });
    },
  };
}
