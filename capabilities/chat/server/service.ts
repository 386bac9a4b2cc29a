import type { FilePurpose } from '#capabilities/files/server';
import type { PersonalData } from '#platform/server/privacy';
import type { SocketEndpoint } from '#platform/server/realtime';
import { attachmentFiles } from './attachments/purpose.ts';
import { blockedWith, deleteBlock, insertBlock } from './blocks/block.store.ts';
import { type Blocks, createBlocks } from './blocks/blocks.ts';
import type { ChatContext } from './context.ts';
import type { Chat } from './index.ts';
import { createInbox, type Inbox } from './live/inbox.ts';
import { createLiveRooms, type LiveRooms } from './live/live-rooms.ts';
import { createChatEndpoint } from './live/session.ts';
import { type Changing, createChanging } from './messages/changing.ts';
import { createSending, type Sending } from './messages/sending.ts';
import { saySystemLine } from './messages/system-lines.ts';
import { createNotices, type Notices } from './notices/notices.ts';
import { chatPrivacy } from './privacy.ts';
import { createReports, type Reports } from './reports/reports.ts';
import { createEntrance, type Entrance } from './rooms/entrance.ts';
import { pairOf } from './rooms/founding.ts';
import { findDirect } from './rooms/room.store.ts';
import { createRooms, type Rooms } from './rooms/rooms.ts';
import { createViews, type Views } from './views/views.ts';

/** The module's service with what its own doors use. */
export interface ChatService extends Chat {
  readonly entrance: Entrance;
  readonly rooms: Rooms;
  readonly views: Views;
  readonly blocks: Blocks;
  readonly sending: Sending;
  readonly changing: Changing;
  readonly reports: Reports;
  readonly notices: Notices;
  readonly inbox: Inbox;
  readonly attachments: FilePurpose;
  readonly endpoint: SocketEndpoint;
  readonly personalData: PersonalData;
  close(): Promise<void>;
}

/** Tells lists and badges whenever a room has something new. */
function withNews(live: LiveRooms, inbox: Inbox): LiveRooms {
  return {
    ...live,
    committed(roomId, messages) {
      live.committed(roomId, messages);
      inbox.news(roomId);
    },
    changed(roomId) {
      live.changed(roomId);
      inbox.news(roomId);
    },
  };
}

export function createChat(context: ChatContext): ChatService {
  const { database, realtime, events, jobs, identity, files, moderation, notifications, config } = context;
  const { clock, log } = context;
  const inbox = createInbox({ database, realtime, log });
  const live = withNews(createLiveRooms({ database, realtime, files, log }), inbox);
  const entrance = createEntrance(database);
  const rooms = createRooms({
    database,
    identity,
    entrance,
    live,
    clock,
    maxMembers: config.CHAT_MAX_MEMBERS,
  });
  const sending = createSending({ database, events, moderation, files, live, clock });
  const editWindowMinutes = config.CHAT_EDIT_WINDOW_MINUTES;
  const changing = createChanging({ database, moderation, files, live, clock, editWindowMinutes });
  const afterSeconds = config.CHAT_NOTIFY_AFTER_SECONDS;
  return {
    entrance,
    rooms,
    sending,
    changing,
    inbox,
    views: createViews({ database, identity, files }),
    blocks: createBlocks({ database, identity, clock }),
    reports: createReports({ database, identity, moderation, changing, clock }),
    notices: createNotices({ database, jobs, identity, notifications, afterSeconds }),
    attachments: attachmentFiles(database, entrance),
    endpoint: createChatEndpoint({ entrance, live, sending, changing, rooms, log }),
    personalData: chatPrivacy({ database, files, live, clock }),

    ensureRoom: rooms.ensure,
    directRoom: async (reader, one, other) => (await findDirect(reader, ...pairOf(one, other)))?.id,
    addMember: rooms.join,
    removeMember: rooms.part,
    say: (tx, roomId, line) => saySystemLine(tx, roomId, line, { clock, live }),
    async block(tx, byId, userId) {
      await insertBlock(tx, byId, userId, clock());
    },
    async unblock(tx, byId, userId) {
      await deleteBlock(tx, byId, userId);
    },
    blockedWith,
    async close() {
      inbox.close();
      live.close();
    },
  };
}
