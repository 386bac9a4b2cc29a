import type { Files } from '#capabilities/files/server';
import type { Tx } from '#platform/server/database';
import { versionsOf } from '../catalogue/version.store.ts';
import { draftPurposes, type UsedFiles, usedFiles, without } from './used-files.rules.ts';

/**
 * Ties new files of a draft to the quest and lets go of those it dropped. Files of a version stay: sessions walk on it.
 * New ones must be the saver's own.
 */
export async function moveFiles(
  tx: Tx,
  files: Files,
  change: {
    readonly questId: string;
    readonly ownerId: string;
    readonly before: UsedFiles;
    readonly after: UsedFiles;
  },
): Promise<void> {
  const { questId: subjectId, ownerId, before, after } = change;
  const [added, dropped] = [without(after, before), without(before, after)];
  if (draftPurposes.every((purpose) => added[purpose].length + dropped[purpose].length === 0)) return;
  const frozen = await versionsOf(tx, subjectId);
  const tied = frozen.map(({ content, points }) => usedFiles(content, points));
  const [fresh, loose] = [tied.reduce(without, added), tied.reduce(without, dropped)];
  for (const purpose of draftPurposes) {
    if (fresh[purpose].length > 0)
      await files.attach(tx, { ownerId, purpose, subjectId, fileIds: fresh[purpose] });
    if (loose[purpose].length > 0) await files.detach(tx, { purpose, subjectId, fileIds: loose[purpose] });
  }
}
