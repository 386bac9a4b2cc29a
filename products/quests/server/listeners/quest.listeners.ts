import type { ListenDoor } from '#platform/server/modules';
import { QuestPublished, QuestRejected } from '../../contract/index.ts';
import type { QuestsService } from '../quests.ts';

/** Authors hear of decisions about their quests. */
export function listenToQuests({ on, service: { tellAuthor } }: ListenDoor<QuestsService>): void {
  on(QuestPublished, 'tell_author', ({ id, payload }) => tellAuthor('quests.quest_published', payload, id));
  on(QuestRejected, 'tell_author', ({ id, payload }) => tellAuthor('quests.quest_rejected', payload, id));
}
