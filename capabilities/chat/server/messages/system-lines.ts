import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Tx } from '#platform/server/database';
import type { LiveRooms } from '../live/live-rooms.ts';
import { roomNotFound } from '../refusals.ts';
import { advanceRoom, lockRoom } from '../rooms/room.store.ts';
import { insertMessages } from './message.store.ts';
import type { SystemLine } from './message.ts';

/** Writes a line of the system into a room. */
export async function saySystemLine(
  tx: Tx,
  roomId: string,
  line: SystemLine,
  { clock, live }: { readonly clock: Clock; readonly live: LiveRooms },
): Promise<void> {
  if ((await lockRoom(tx, roomId)) === undefined) throw roomNotFound();
  const now = clock();
  const { seq, rev } = await advanceRoom(tx, roomId, { messages: 1, changes: 1, now });
  const message = {
    id: newId(now.getTime()),
    roomId,
    seq,
    rev,
    authorId: null,
    clientId: null,
    body: '',
    system: line,
    replyTo: null,
    attachmentIds: [],
    held: false,
    createdAt: now,
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
  };
  await insertMessages(tx, roomId, [message]);
  tx.afterCommit(() => live.committed(roomId, [message]));
}
