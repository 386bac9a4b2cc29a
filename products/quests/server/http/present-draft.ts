import type { QuestDraft } from '../../contract/index.ts';
import type { Quest } from '../catalogue/content.ts';

export function presentDraft(quest: Quest): QuestDraft {
  const { rejection, publishedRevision } = quest;
  return {
    id: quest.id,
    state: quest.state,
    author_id: quest.authorId,
    ...quest.content,
    points: [...quest.points],
    length_metres: quest.lengthMetres,
    revision: quest.revision,
    published_version: quest.publishedVersion,
    changed: publishedRevision === null || quest.revision > publishedRevision,
    rejection:
      rejection === null
        ? null
        : { reason_code: rejection.code, note: rejection.note, at: rejection.at.toISOString() },
    updated_at: quest.updatedAt.toISOString(),
  };
}
