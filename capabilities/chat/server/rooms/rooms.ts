import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Database, Tx } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import { blockedWith, isBlocked } from '../blocks/block.store.ts';
import type { NewRoom } from '../index.ts';
import type { LiveRooms } from '../live/live-rooms.ts';
import { blockedRefusal, notGroup, notOwner, personUnknown, roomNotFound, selfRefusal } from '../refusals.ts';
import type { Entrance } from './entrance.ts';
import { foundRoom } from './founding.ts';
import {
  advanceReading,
  countMembers,
  deleteMember,
  ensureOwner,
  findMember,
  insertMembers,
  setMuted,
} from './member.store.ts';
import { lockRoom, setTitle } from './room.store.ts';

type Founded = Promise<{ readonly id: string; readonly isNew: boolean }>;

/** Rooms and who is in them. Everything throws a Refusal when it may not be. */
export interface Rooms {
  openDirect(userId: string, otherId: string): Founded;
  openGroup(userId: string, title: string, memberIds: readonly string[]): Founded;
  openSupport(userId: string): Founded;
  rename(caller: Caller, roomId: string, title: string): Promise<void>;
  add(caller: Caller, roomId: string, userId: string): Promise<void>;
  /** Leaving, or taking somebody out. */
  remove(caller: Caller, roomId: string, userId: string): Promise<void>;
  mute(caller: Caller, roomId: string, muted: boolean): Promise<void>;
  markRead(caller: Pick<Caller, 'userId' | 'permissions'>, roomId: string, seq: number): Promise<void>;
  /** In a transaction of a product that owns the room. */
  join(tx: Tx, roomId: string, userId: string): Promise<void>;
  part(tx: Tx, roomId: string, userId: string): Promise<void>;
  ensure(tx: Tx, room: NewRoom): Promise<string>;
}

export interface RoomsOptions {
  readonly database: Database;
  readonly identity: Identity;
  readonly entrance: Entrance;
  readonly live: LiveRooms;
  readonly clock: Clock;
  readonly maxMembers: number;
}

/** Readers of larger rooms are not told how far each of them has read. */
const mostTellingReaders = 100;

export function createRooms(options: RoomsOptions): Rooms {
  const { database, identity, entrance, live, clock, maxMembers } = options;

  async function requirePeople(userIds: readonly string[]): Promise<void> {
    const people = await identity.people(userIds);
    if (userIds.some((id) => !people.has(id))) throw personUnknown();
  }

  async function join(tx: Tx, roomId: string, userId: string): Promise<void> {
    // Under the room's lock, so that two who come at once are both counted.
    if ((await lockRoom(tx, roomId)) === undefined) throw roomNotFound();
    await insertMembers(tx, roomId, [userId], { role: 'member', now: clock() });
    if ((await countMembers(tx, roomId)) > maxMembers)
      throw new Refusal('conflict', 'chat.room_full', 'Nobody else fits into this room.');
  }

  async function part(tx: Tx, roomId: string, userId: string): Promise<void> {
    const room = await lockRoom(tx, roomId);
    if (room === undefined || (await deleteMember(tx, roomId, userId)) === 0) return;
    if (room.kind === 'group') await ensureOwner(tx, roomId);
    tx.afterCommit(() => live.removed(roomId, userId));
  }

  /** A group that the caller is in; its owner when the change is about others. */
  async function groupOf(caller: Caller, roomId: string, mustOwn: boolean): Promise<void> {
    const { room, member } = await entrance.enter(roomId, caller);
    if (room.kind !== 'group') throw notGroup();
    if (mustOwn && member?.role !== 'owner') throw notOwner();
  }

  return {
    async openDirect(userId, otherId) {
      if (userId === otherId) throw selfRefusal();
      await requirePeople([otherId]);
      if (await isBlocked(database, userId, otherId)) throw blockedRefusal();
      return database.transaction((tx) =>
        foundRoom(tx, { kind: 'direct', memberIds: [userId, otherId] }, clock),
      );
    },
    async openGroup(userId, title, memberIds) {
      await requirePeople(memberIds);
      const blocked = await blockedWith(database, userId);
      if (memberIds.some((id) => blocked.has(id))) throw blockedRefusal();
      return database.transaction((tx) =>
        foundRoom(tx, { kind: 'group', title: title.trim(), memberIds }, clock, userId),
      );
    },
    openSupport: (userId) =>
      database.transaction((tx) =>
        foundRoom(tx, { kind: 'support', subjectId: userId, memberIds: [userId] }, clock),
      ),
    async rename(caller, roomId, title) {
      await groupOf(caller, roomId, true);
      await database.transaction((tx) => setTitle(tx, roomId, title.trim()));
    },
    async add(caller, roomId, userId) {
      await groupOf(caller, roomId, true);
      await requirePeople([userId]);
      if (await isBlocked(database, caller.userId, userId)) throw blockedRefusal();
      await database.transaction((tx) => join(tx, roomId, userId));
    },
    async remove(caller, roomId, userId) {
      await groupOf(caller, roomId, userId !== caller.userId);
      await database.transaction((tx) => part(tx, roomId, userId));
    },
    async mute(caller, roomId, muted) {
      await entrance.enter(roomId, caller);
      await database.transaction((tx) => setMuted(tx, roomId, caller.userId, muted));
    },
    async markRead(caller, roomId, seq) {
      const changed = await advanceReading(database, roomId, caller.userId, seq);
      if (changed === undefined) {
        // Nothing new was read, or the room is not theirs to read in.
        if ((await findMember(database, roomId, caller.userId)) === undefined)
          await entrance.enter(roomId, caller);
        return;
      }
      if ((await countMembers(database, roomId)) <= mostTellingReaders)
        live.read(roomId, caller.userId, changed);
    },
    join,
    part,
    ensure: async (tx, room) => (await foundRoom(tx, room, clock)).id,
  };
}
