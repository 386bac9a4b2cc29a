import { defineRef, type Ref } from '#base/ref';
import type { Reader, Tx } from '#platform/server/database';

export type RoomKind = 'direct' | 'group' | 'support' | 'team' | 'visit';

export interface NewRoom {
  readonly kind: RoomKind;
  readonly memberIds: readonly string[];
  /** What the room is about (a team, a visit); the same kind and subject answers the same room. */
  readonly subjectId?: string;
  readonly title?: string;
}

/** Conversations between people. Products make rooms for what they own; people talk through this module's doors. */
export interface Chat {
  /** Makes the room, or answers the one there is. Answers its id. */
  ensureRoom(tx: Tx, room: NewRoom): Promise<string>;
  /** The room of two persons, if they ever opened one. */
  directRoom(reader: Reader, one: string, other: string): Promise<string | undefined>;
  addMember(tx: Tx, roomId: string, userId: string): Promise<void>;
  /** Leaving keeps what was said; the sockets of the person in this room close. */
  removeMember(tx: Tx, roomId: string, userId: string): Promise<void>;
  /** A line by the system (somebody joined the team). */
  say(
    tx: Tx,
    roomId: string,
    text: { readonly code: string; readonly values: Readonly<Record<string, string>> },
  ): Promise<void>;
  /** Neither can write to the other in direct rooms. */
  block(tx: Tx, byId: string, userId: string): Promise<void>;
  unblock(tx: Tx, byId: string, userId: string): Promise<void>;
  /** Ids of persons with whom there is a block in either direction. */
  blockedWith(reader: Reader, userId: string): Promise<ReadonlySet<string>>;
}

/** Declare it in `uses`: `{ chat: chatRef }`. */
export const chatRef: Ref<Chat> = defineRef<Chat>('chat');
