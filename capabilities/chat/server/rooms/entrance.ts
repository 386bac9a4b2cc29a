import type { Database } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import { roomNotFound } from '../refusals.ts';
import { findMember } from './member.store.ts';
import { findRoom } from './room.store.ts';
import type { MemberRow, RoomRow } from './room.ts';

/** A room that somebody may be in. `member` is missing for operators who have not written there yet. */
export interface Entered {
  readonly room: RoomRow;
  readonly member: MemberRow | undefined;
}

/** Who may be in which room: members, and operators in rooms where people ask for support. */
export interface Entrance {
  roomFor(roomId: string, caller: Pick<Caller, 'userId' | 'permissions'>): Promise<Entered | undefined>;
  /** Throws `chat.room_not_found` for everybody else. */
  enter(roomId: string, caller: Pick<Caller, 'userId' | 'permissions'>): Promise<Entered>;
}

export function isOperator(caller: Pick<Caller, 'permissions'>): boolean {
  return caller.permissions.has('moderate_content');
}

export function createEntrance(database: Database): Entrance {
  const roomFor: Entrance['roomFor'] = async (roomId, caller) => {
    const [room, member] = await Promise.all([
      findRoom(database, roomId),
      findMember(database, roomId, caller.userId),
    ]);
    if (room === undefined) return undefined;
    if (member === undefined && !(room.kind === 'support' && isOperator(caller))) return undefined;
    return { room, member };
  };
  return {
    roomFor,
    async enter(roomId, caller) {
      const entered = await roomFor(roomId, caller);
      if (entered === undefined) throw roomNotFound();
      return entered;
    },
  };
}
