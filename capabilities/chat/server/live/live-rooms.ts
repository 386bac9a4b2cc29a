import type { Files } from '#capabilities/files/server';
import type { Database } from '#platform/server/database';
import { closeCodes, type Realtime } from '#platform/server/realtime';
import type { Log } from '#platform/server/telemetry';
import type { Message } from '../messages/message.ts';
import { readChanges } from '../messages/message-list.read.ts';
import { departed } from '../rooms/member.store.ts';
import { findRoom, roomRevisions } from '../rooms/room.store.ts';
import { encode } from './frames.ts';
import { createLiveRoom, type Listener, type LiveRoom, type Start } from './live-room.ts';

/** The rooms that have sockets in this process, kept in step with all other processes. */
export interface LiveRooms {
  enter(roomId: string, listener: Listener, start?: Start): Promise<void>;
  leave(roomId: string, listener: Listener): void;
  /** After a commit here: tells the sockets of this process, then the other processes. */
  committed(roomId: string, messages: readonly Message[]): void;
  /** After a commit here that changed messages: sockets read what it was. */
  changed(roomId: string): void;
  typing(roomId: string, userId: string): void;
  read(roomId: string, userId: string, seq: number): void;
  /** Closes the sockets of somebody who is no longer in the room, in every process. */
  removed(roomId: string, userId: string): void;
  close(): void;
}

export interface LiveRoomsOptions {
  readonly database: Database;
  readonly realtime: Realtime;
  readonly files: Files;
  readonly log: Log;
  readonly sweepMs?: number;
}

interface Open {
  room: Promise<LiveRoom> | undefined;
  live: LiveRoom | undefined;
  holders: number;
  stop: () => void;
}

/** More than this is not told over a socket. */
const mostAtOnce = 500;
const defaultSweepMs = 10_000;

const channelOf = (roomId: string): string => `chat:${roomId}`;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

export function createLiveRooms(options: LiveRoomsOptions): LiveRooms {
  const { database, realtime, files, log, sweepMs = defaultSweepMs } = options;
  const rooms = new Map<string, Open>();
  const announced = new Map<string, number>();

  function failed(error: unknown): void {
    log.error({ reason: String(error) }, 'A room could not be read; its sockets wait for the next attempt.');
  }

  function publish(roomId: string, message: Readonly<Record<string, unknown>>): void {
    realtime.publish(channelOf(roomId), message).catch(failed);
  }

  /** One at a time per room: while one travels, only the newest revision is worth the next. */
  function announce(roomId: string, rev: number): void {
    const waits = announced.has(roomId);
    announced.set(roomId, rev);
    if (waits) return;
    setImmediate(() => {
      const newest = announced.get(roomId) ?? rev;
      announced.delete(roomId);
      publish(roomId, { rev: newest });
    });
  }

  function expel(live: LiveRoom, userId: string): void {
    for (const { socket, userId: who } of live.listeners()) {
      if (who === userId) socket.close(closeCodes.forbidden, 'You are no longer in this room.');
    }
  }

  function hear(live: LiveRoom, message: Readonly<Record<string, unknown>>): void {
    const rev = numberOf(message['rev']);
    if (rev !== undefined) live.advancedTo(rev);
    const userId = textOf(message['user_id']);
    if (userId === undefined) return;
    const seq = numberOf(message['read']);
    if (message['gone'] === true) expel(live, userId);
    else if (seq !== undefined) live.tell(encode({ type: 'read', user_id: userId, seq }));
    else live.tell(encode({ type: 'typing', user_id: userId }), userId);
  }

  async function openRoom(roomId: string, entry: Open): Promise<LiveRoom> {
    const missed: Readonly<Record<string, unknown>>[] = [];
    // Followed before it is read, so that nothing falls between the two.
    entry.stop = realtime.follow(
      channelOf(roomId),
      (message) => {
        if (entry.live === undefined) missed.push(message);
        else hear(entry.live, message);
      },
      () => void entry.live?.catchUp(),
    );
    const row = await findRoom(database, roomId);
    const live = createLiveRoom(
      {
        roomId,
        read: (after) => readChanges(database, roomId, after, mostAtOnce),
        files: (ids) => files.files(database, ids),
        onFailure: failed,
      },
      { seq: row?.last_seq ?? 0, rev: row?.last_rev ?? 0 },
    );
    entry.live = live;
    for (const message of missed) hear(live, message);
    return live;
  }

  function open(roomId: string): Open {
    const entry: Open = { holders: 0, live: undefined, room: undefined, stop: () => undefined };
    entry.room = openRoom(roomId, entry);
    rooms.set(roomId, entry);
    return entry;
  }

  function release(roomId: string, entry: Open): void {
    entry.holders -= 1;
    if (entry.holders > 0 || rooms.get(roomId) !== entry) return;
    rooms.delete(roomId);
    entry.stop();
  }

  /** Against everything that may get lost between processes: what is here is compared with what is kept. */
  async function sweep(): Promise<void> {
    const pairs = [...rooms].flatMap(([roomId, { live }]) =>
      (live?.listeners() ?? []).map((listener) => ({ roomId, listener })),
    );
    const members = pairs.filter(({ listener }) => listener.isMember);
    const gone = await departed(
      database,
      members.map(({ roomId }) => roomId),
      members.map(({ listener }) => listener.userId),
    );
    for (const { room_id, user_id } of gone) {
      const live = rooms.get(room_id)?.live;
      if (live !== undefined) expel(live, user_id);
    }
    for (const { id, last_rev } of await roomRevisions(database, [...rooms.keys()])) {
      rooms.get(id)?.live?.advancedTo(last_rev);
    }
  }

  const timer = setInterval(() => void (rooms.size > 0 && sweep().catch(failed)), sweepMs);
  timer.unref();

  return {
    async enter(roomId, listener, start) {
      const known = rooms.get(roomId);
      const entry = known ?? open(roomId);
      const isNew = entry.live === undefined || !entry.live.listeners().includes(listener);
      if (isNew) entry.holders += 1;
      try {
        const live = await entry.room;
        await live?.enter(listener, start);
      } catch (error) {
        entry.live?.leave(listener);
        if (isNew) release(roomId, entry);
        throw error;
      }
    },
    leave(roomId, listener) {
      const entry = rooms.get(roomId);
      if (entry?.live === undefined || !entry.live.listeners().includes(listener)) return;
      entry.live.leave(listener);
      release(roomId, entry);
    },
    committed(roomId, messages) {
      rooms.get(roomId)?.live?.committed(messages);
      const rev = messages.at(-1)?.rev;
      if (rev !== undefined) announce(roomId, rev);
    },
    changed(roomId) {
      void rooms.get(roomId)?.live?.catchUp();
      publish(roomId, { rev: Number.MAX_SAFE_INTEGER });
    },
    typing: (roomId, userId) => publish(roomId, { user_id: userId }),
    read: (roomId, userId, seq) => publish(roomId, { user_id: userId, read: seq }),
    removed: (roomId, userId) => publish(roomId, { user_id: userId, gone: true }),
    close() {
      clearInterval(timer);
      for (const { stop } of rooms.values()) stop();
      rooms.clear();
    },
  };
}
