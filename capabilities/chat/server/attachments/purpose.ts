import type { FilePurpose } from '#capabilities/files/server';
import type { Database } from '#platform/server/database';
import { attachmentTypes, largestAttachment } from '../../contract/index.ts';
import { roomOfAttachment } from '../messages/message.store.ts';
import type { Entrance } from '../rooms/entrance.ts';
import { attachmentPurpose } from './purpose-name.ts';

/** Pictures and documents in messages: for those in the room only. */
export function attachmentFiles(database: Database, entrance: Entrance): FilePurpose {
  return {
    purpose: attachmentPurpose,
    accept: attachmentTypes,
    maxSize: largestAttachment,
    visibility: 'private',
    widths: [320, 960],
    mayUpload: () => true,
    async mayRead(caller, fileId) {
      const found = await roomOfAttachment(database, fileId);
      if (found === undefined) return false;
      // Whoever decides about messages has to see what is in them.
      if (caller.permissions.has('moderate_content')) return true;
      if (found.held && found.author_id !== caller.userId) return false;
      return (await entrance.roomFor(found.room_id, caller)) !== undefined;
    },
  };
}
