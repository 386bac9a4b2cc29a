import type { Page } from '#base/page';
import type { Files, FileView } from '#capabilities/files/server';
import type { Identity } from '#capabilities/identity/server';
import type { Database } from '#platform/server/database';
import type { ChatMessage, ChatPerson, Room } from '../../contract/index.ts';
import type { Message } from '../messages/message.ts';
import { type MessageRange, readMessages } from '../messages/message-list.read.ts';
import { attachmentsOf, presentMessage } from '../messages/present.ts';
import { roomNotFound } from '../refusals.ts';
import {
  listRooms,
  membersOf,
  type RoomListOptions,
  type RoomView,
  viewRoom,
} from '../rooms/room-list.read.ts';
import { type NamedMember, presentRoom } from './present-room.ts';

export interface MessagePage {
  readonly items: readonly ChatMessage[];
  readonly people: readonly ChatPerson[];
  readonly nextCursor: string | null;
}

/** Rooms and messages as they are shown, with names and files. */
export interface Views {
  rooms(userId: string, options: RoomListOptions): Promise<Page<Room>>;
  /** With all its members. Throws a Refusal when it is gone. */
  room(roomId: string, userId: string): Promise<Room>;
  messages(roomId: string, userId: string, range: MessageRange): Promise<MessagePage>;
  message(message: Message): Promise<ChatMessage>;
}

export interface ViewsOptions {
  readonly database: Database;
  readonly identity: Identity;
  readonly files: Files;
}

const membersInLists = 20;
const membersInRoom = 1_000;

export function createViews({ database, identity, files }: ViewsOptions): Views {
  async function filesOf(messages: readonly (Message | null)[]): Promise<ReadonlyMap<string, FileView>> {
    const ids = attachmentsOf(messages);
    return ids.length === 0 ? new Map() : files.files(database, ids);
  }

  async function present(views: readonly RoomView[], most: number): Promise<readonly Room[]> {
    const members = await membersOf(
      database,
      views.map(({ id }) => id),
      most,
    );
    const [people, attached] = await Promise.all([
      identity.people(members.map(({ user_id }) => user_id)),
      filesOf(views.map(({ lastMessage }) => lastMessage)),
    ]);
    const named = members.map(
      (member): NamedMember => ({ ...member, name: people.get(member.user_id)?.displayName ?? '' }),
    );
    const byRoom = Map.groupBy(named, ({ room_id }) => room_id);
    return views.map((view) => presentRoom(view, byRoom.get(view.id) ?? [], attached));
  }

  return {
    async rooms(userId, options) {
      const { items, nextCursor } = await listRooms(database, userId, options);
      return { items: await present(items, membersInLists), nextCursor };
    },
    async room(roomId, userId) {
      const view = await viewRoom(database, roomId, userId);
      const [room] = view === undefined ? [] : await present([view], membersInRoom);
      if (room === undefined) throw roomNotFound();
      return room;
    },
    async messages(roomId, userId, range) {
      const found = await readMessages(database, roomId, userId, range);
      const hasMore = found.length > range.limit;
      const forwards = range.after !== undefined;
      const shown = !hasMore ? found : forwards ? found.slice(0, range.limit) : found.slice(-range.limit);
      const edge = forwards ? shown.at(-1) : shown[0];
      const [people, attached] = await Promise.all([
        identity.people(shown.flatMap(({ authorId }) => authorId ?? [])),
        filesOf(shown),
      ]);
      return {
        items: shown.map((message) => presentMessage(message, attached)),
        people: [...people.values()].map(({ id, displayName }) => ({ id, display_name: displayName })),
        nextCursor: hasMore && edge !== undefined ? String(edge.seq) : null,
      };
    },
    message: async (message) => presentMessage(message, await filesOf([message])),
  };
}
