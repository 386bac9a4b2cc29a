import type { Clock } from '#base/time';
import type { Files } from '../index.ts';
import { notFound } from '../uploads/receive.ts';
import { addUses, lockFiles, removeUses, startDisuse } from './use.store.ts';

/** Ties files to what they belong to. */
export function createUses(clock: Clock): Pick<Files, 'attach' | 'detach'> {
  return {
    async attach(tx, { ownerId, purpose, subjectId, fileIds }) {
      const ids = [...new Set(fileIds)];
      if (ids.length === 0) return;
      const found = await lockFiles(tx, ids);
      const isFit = found.every(
        (file) => file.owner_id === ownerId && file.purpose === purpose && file.status === 'published',
      );
      if (found.length !== ids.length || !isFit) throw notFound();
      await addUses(tx, { ids, purpose, subjectId });
    },
    async detach(tx, { purpose, subjectId, fileIds }) {
      const ids = [...new Set(fileIds)];
      if (ids.length === 0) return;
      await lockFiles(tx, ids);
      await removeUses(tx, { ids, purpose, subjectId });
      await startDisuse(tx, ids, clock());
    },
  };
}
