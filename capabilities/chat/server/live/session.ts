import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { AcceptedSocket, SocketEndpoint } from '#platform/server/realtime';
import { closeCodes } from '#platform/server/realtime';
import type { Log } from '#platform/server/telemetry';
import type { ClientFrame, ServerFrame } from '../../contract/index.ts';
import type { Changing } from '../messages/changing.ts';
import type { Sending } from '../messages/sending.ts';
import { type Entrance, isOperator } from '../rooms/entrance.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { parseClientFrame, startOf } from './client-frame.rules.ts';
import { encode } from './frames.ts';
import type { Start } from './live-room.ts';
import type { LiveRooms } from './live-rooms.ts';

export interface SessionOptions {
  readonly entrance: Entrance;
  readonly live: LiveRooms;
  readonly sending: Sending;
  readonly changing: Changing;
  readonly rooms: Rooms;
  readonly log: Log;
}

const typingEveryMs = 1_000;
const readEveryMs = 400;
const roomGone = 'You are not in this room.';

/** `/chats/{chat_id}/{user_id}`: one person in one room. */
export function createChatEndpoint(options: SessionOptions): SocketEndpoint {
  const { entrance, live, sending, changing, rooms, log } = options;

  function talk(socket: AcceptedSocket, roomId: string, begun: Promise<boolean>) {
    const { caller } = socket;
    const { userId } = caller;
    let typedAt = 0;
    let readSeq = 0;
    let readTimer: NodeJS.Timeout | undefined;
    const say = (frame: ServerFrame): void => socket.send(encode(frame));

    function refuse(error: unknown, about: { readonly client_id?: string; readonly id?: string }): void {
      if (!(error instanceof Refusal)) {
        log.error({ reason: String(error) }, 'What a socket asked for failed.');
        say({ type: 'error', code: 'chat.failed', ...about });
      } else if (error.code === 'chat.room_not_found') socket.close(closeCodes.forbidden, roomGone);
      else say({ type: 'error', code: error.code, ...about });
    }

    function flushRead(): void {
      clearTimeout(readTimer);
      readTimer = undefined;
      rooms.markRead(caller, roomId, readSeq).catch((error: unknown) => refuse(error, {}));
    }

    async function send(frame: ClientFrame & { readonly type: 'send' }): Promise<void> {
      const { client_id, text, reply_to = null, attachments = [] } = frame;
      try {
        const speaker = { userId, isOperator: isOperator(caller) };
        const draft = { clientId: client_id, text, replyTo: reply_to, attachmentIds: attachments };
        const { id, seq } = await sending.send(roomId, speaker, draft);
        say({ type: 'ack', client_id, id, seq });
      } catch (error) {
        refuse(error, { client_id });
      }
    }

    async function change(id: string, work: () => Promise<unknown>): Promise<void> {
      try {
        await entrance.enter(roomId, caller);
        await work();
      } catch (error) {
        refuse(error, { id });
      }
    }

    return {
      flush(): void {
        if (readTimer !== undefined) flushRead();
      },
      async obey(frame: ClientFrame, resume: (start: Start) => void): Promise<void> {
        if (!(await begun)) return;
        switch (frame.type) {
          case 'send':
            return send(frame);
          case 'edit':
            return change(frame.id, () => changing.edit(roomId, userId, frame.id, frame.text));
          case 'delete':
            return change(frame.id, () => changing.remove(roomId, userId, frame.id));
          case 'typing':
            if (Date.now() - typedAt < typingEveryMs) return;
            typedAt = Date.now();
            live.typing(roomId, userId);
            return;
          case 'read':
            readSeq = Math.max(readSeq, frame.seq);
            readTimer ??= setTimeout(flushRead, readEveryMs);
            return;
          case 'resume':
            resume({ seq: frame.after_seq, rev: frame.after_rev });
            return;
          default:
            frame satisfies never;
        }
      },
    };
  }

  return {
    async onOpen(socket, params, query) {
      const { caller } = socket;
      const roomId = params['chat_id'] ?? '';
      const entered = Promise.withResolvers<boolean>();
      const talking = talk(socket, roomId, entered.promise);
      let turn: Promise<unknown> = entered.promise;
      let start = startOf(query);
      let isIn = false;
      const place = { socket, userId: caller.userId, isMember: true };
      let listener = place;

      function resume(from: Start): void {
        // Before the room was entered it simply begins there.
        if (!isIn) start = from;
        else turn = turn.then(() => live.enter(roomId, listener, from)).catch(failed);
      }
      function failed(error: unknown): void {
        log.error({ reason: String(error) }, 'A socket could not follow its room.');
        socket.close(closeCodes.failed, 'Something went wrong.');
      }

      socket.onText((text) => {
        const frame = parseClientFrame(text);
        if (frame === undefined) return socket.close(closeCodes.malformed, 'Not understood.');
        if (frame.type === 'resume' && !isIn) {
          start = { seq: frame.after_seq, rev: frame.after_rev };
          return;
        }
        void talking.obey(frame, resume);
      });
      socket.onClose(() => {
        talking.flush();
        live.leave(roomId, listener);
        entered.resolve(false);
      });

      const found =
        params['user_id'] === caller.userId && isId(roomId)
          ? await entrance.roomFor(roomId, caller)
          : undefined;
      if (found === undefined) return socket.close(closeCodes.forbidden, roomGone);
      listener = { ...place, isMember: found.member !== undefined };
      if (!socket.isOpen()) return;
      isIn = true;
      await live.enter(roomId, listener, start);
      // The socket may have gone while the room was being opened.
      if (!socket.isOpen()) live.leave(roomId, listener);
      entered.resolve(socket.isOpen());
    },
  };
}
