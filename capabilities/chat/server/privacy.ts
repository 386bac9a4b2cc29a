import type { Clock } from '#base/time';
import type { Files } from '#capabilities/files/server';
import type { Database } from '#platform/server/database';
import type { PersonalData } from '#platform/server/privacy';
import { attachmentPurpose } from './attachments/purpose-name.ts';
import { deleteBlocksOf } from './blocks/block.store.ts';
import type { LiveRooms } from './live/live-rooms.ts';
import {
  forgetMember,
  ownAttachments,
  ownBlocks,
  ownMessages,
  ownRooms,
  unlinkMessages,
} from './privacy.store.ts';
import { deleteReportsBy } from './reports/report.store.ts';
import { deleteSupportRoom } from './rooms/room.store.ts';

export interface ChatPrivacyOptions {
  readonly database: Database;
  readonly files: Files;
  readonly live: LiveRooms;
  readonly clock: Clock;
}

/** What a person said is theirs; what others answered stays. */
export function chatPrivacy({ database, files, live, clock }: ChatPrivacyOptions): PersonalData {
  return {
    async export(userId) {
      const [rooms, messages, blocks] = await Promise.all([
        ownRooms(database, userId),
        ownMessages(database, userId),
        ownBlocks(database, userId),
      ]);
      return { rooms, messages, blocked: blocks.map(({ user_id }) => user_id) };
    },
    async erase(tx, userId) {
      for (const { id, attachment_ids } of await ownAttachments(tx, userId)) {
        await files.detach(tx, { purpose: attachmentPurpose, subjectId: id, fileIds: attachment_ids });
      }
      // A conversation with the operators is about this person as a whole.
      await deleteSupportRoom(tx, userId);
      const rooms = await unlinkMessages(tx, userId, clock());
      await forgetMember(tx, userId);
      await deleteBlocksOf(tx, userId);
      await deleteReportsBy(tx, userId);
      tx.afterCommit(() => {
        for (const roomId of rooms) {
          live.changed(roomId);
          live.removed(roomId, userId);
        }
      });
    },
  };
}
