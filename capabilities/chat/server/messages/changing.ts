import type { Clock } from '#base/time';
import type { Files } from '#capabilities/files/server';
import type { Moderation } from '#capabilities/moderation/server';
import type { Database, Tx } from '#platform/server/database';
import { attachmentPurpose } from '../attachments/purpose-name.ts';
import { isBlocked } from '../blocks/block.store.ts';
import type { LiveRooms } from '../live/live-rooms.ts';
import { blockedRefusal, messageNotFound, notAuthor } from '../refusals.ts';
import { messageSubject } from '../reports/subject-name.ts';
import { advanceRoom, lockRoom } from '../rooms/room.store.ts';
import { buryMessage, changeBody, findMessage, keepRevision, releaseMessage } from './message.store.ts';
import type { Message } from './message.ts';
import { emptyRefusal, tooLate } from './message-refusals.ts';
import { isEditable } from './send.rules.ts';

/** Changing what was said. The caller has seen to it that the person may be in the room. */
export interface Changing {
  /** Keeps the words before. Throws a Refusal. */
  edit(roomId: string, userId: string, messageId: string, text: string): Promise<Message>;
  /** By its author; a repeat does nothing. Throws a Refusal. */
  remove(roomId: string, userId: string, messageId: string): Promise<void>;
  /** By a moderator, in the transaction of the decision. A message that is gone stays so. */
  takeDown(tx: Tx, messageId: string): Promise<void>;
  /** Lets everybody see a held message. */
  release(tx: Tx, messageId: string): Promise<void>;
}

export interface ChangingOptions {
  readonly database: Database;
  readonly moderation: Moderation;
  readonly files: Files;
  readonly live: LiveRooms;
  readonly clock: Clock;
  readonly editWindowMinutes: number;
}

export function createChanging(options: ChangingOptions): Changing {
  const { database, moderation, files, live, clock, editWindowMinutes } = options;

  /** Locks the room of a message, then reads it: numbers are given out one after the other. */
  async function locked(tx: Tx, roomId: string, messageId: string) {
    const room = await lockRoom(tx, roomId);
    const message = await findMessage(tx, messageId);
    if (room === undefined || message?.roomId !== roomId) throw messageNotFound();
    return { room, message };
  }

  async function nextRev(tx: Tx, roomId: string): Promise<number> {
    const { rev } = await advanceRoom(tx, roomId, { messages: 0, changes: 1, now: clock() });
    tx.afterCommit(() => live.changed(roomId));
    return rev;
  }

  async function bury(tx: Tx, message: Message, by: 'author' | 'moderator'): Promise<void> {
    const rev = await nextRev(tx, message.roomId);
    if (message.attachmentIds.length > 0) {
      await files.detach(tx, {
        purpose: attachmentPurpose,
        subjectId: message.id,
        fileIds: message.attachmentIds,
      });
    }
    await buryMessage(tx, { id: message.id, rev, by, now: clock() });
  }

  return {
    edit: (roomId, userId, messageId, text) =>
      database.transaction(async (tx) => {
        const { room, message } = await locked(tx, roomId, messageId);
        if (message.deletedAt !== null || (message.held && message.authorId !== userId))
          throw messageNotFound();
        if (message.authorId !== userId) throw notAuthor();
        const body = text.trim();
        if (body === message.body) return message;
        if (body === '' && message.attachmentIds.length === 0) throw emptyRefusal();
        if (!isEditable(message.createdAt, clock(), editWindowMinutes)) throw tooLate();
        if (room.low_id !== null && room.high_id !== null && (await isBlocked(tx, room.low_id, room.high_id)))
          throw blockedRefusal();
        const subject = { kind: messageSubject, authorId: userId, subjectId: messageId };
        const { verdict, flags } = await moderation.inspectText(tx, { ...subject, text: body });
        if (verdict !== 'clean') await moderation.open(tx, { ...subject, flags });
        // Words that would have been held may not come in by the back door: the message waits again.
        const held = message.held || verdict === 'hold';
        await keepRevision(tx, message, clock());
        await changeBody(tx, { id: messageId, rev: await nextRev(tx, roomId), body, held, now: clock() });
        return (await findMessage(tx, messageId)) ?? message;
      }),

    remove: (roomId, userId, messageId) =>
      database.transaction(async (tx) => {
        const { message } = await locked(tx, roomId, messageId);
        if (message.held && message.authorId !== userId) throw messageNotFound();
        if (message.authorId !== userId) throw notAuthor();
        if (message.deletedAt !== null) return;
        await bury(tx, message, 'author');
        if (message.held) await moderation.withdraw(tx, messageSubject, messageId);
      }),

    async takeDown(tx, messageId) {
      const found = await findMessage(tx, messageId);
      if (found === undefined) return;
      const { message } = await locked(tx, found.roomId, messageId);
      if (message.deletedAt === null) await bury(tx, message, 'moderator');
    },

    async release(tx, messageId) {
      const found = await findMessage(tx, messageId);
      if (found === undefined) return;
      const { message } = await locked(tx, found.roomId, messageId);
      if (!message.held || message.deletedAt !== null) return;
      const at = await advanceRoom(tx, message.roomId, { messages: 1, changes: 1, now: clock() });
      await releaseMessage(tx, messageId, at);
      tx.afterCommit(() => live.changed(message.roomId));
    },
  };
}
