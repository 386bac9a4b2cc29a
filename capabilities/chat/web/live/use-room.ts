import { useCallback, useEffect, useEffectEvent, useReducer, useRef, useState } from 'react';
import { newId } from '#base/ids';
import { issueWsTicket } from '#capabilities/identity/contract';
import { useApi, useInvalidate } from '#platform/web';
import {
  type ChatMessage,
  type ClientFrame,
  getRoom,
  listMessages,
  listRooms,
  type ServerFrame,
} from '../../contract/index.ts';
import { type ConnectionState, createRoomClient, type OpenSocket, type RoomClient } from './room-client.ts';
import {
  emptyTimeline,
  type Outgoing,
  positionOf,
  type Timeline,
  withFailure,
  withFrame,
  withMessages,
  withOutgoing,
  withoutOutgoing,
} from './timeline.rules.ts';

export interface RoomControl {
  readonly timeline: Timeline;
  readonly state: ConnectionState;
  readonly problem: unknown;
  readonly isLoading: boolean;
  /** Ids of those who are writing. */
  readonly typing: readonly string[];
  /** How far others have read, by person, as told since this opened. */
  readonly readBy: ReadonlyMap<string, number>;
  /** The newest message by somebody else that came while this was open. */
  readonly news: ChatMessage | null;
  /** A refusal of an edit or a deletion, by code. */
  readonly refusal: string | null;
  say(text: string, replyTo: ChatMessage | null, attachments: readonly string[]): void;
  retry(outgoing: Outgoing): void;
  discard(clientId: string): void;
  /** False when there is no connection. */
  send(frame: ClientFrame): boolean;
  loadOlder(): Promise<void>;
  reload(): void;
}

type Change = (timeline: Timeline) => Timeline;

const typingMs = 4_000;
const ackMs = 12_000;
const later = (work: () => void, milliseconds: number): (() => void) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/** Everything a conversation needs: history, live frames, what waits to be sent. */
export function useRoom(roomId: string, me: string, open: OpenSocket): RoomControl {
  const { call } = useApi();
  const invalidate = useInvalidate();
  const [timeline, change] = useReducer((now: Timeline, by: Change) => by(now), emptyTimeline);
  const [state, setState] = useState<ConnectionState>('connecting');
  const [problem, setProblem] = useState<unknown>(null);
  const [isLoading, setLoading] = useState(true);
  const [typing, setTyping] = useState<ReadonlyMap<string, number>>(new Map());
  const [readBy, setReadBy] = useState<ReadonlyMap<string, number>>(new Map());
  const [news, setNews] = useState<ChatMessage | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const client = useRef<RoomClient | null>(null);
  const connection = useRef<ConnectionState>('connecting');
  const latest = useRef(timeline);
  latest.current = timeline;

  const hear = useEffectEvent((frame: ServerFrame): void => {
    change((now) => withFrame(now, frame, me));
    if (frame.type === 'gap') setAttempt((count) => count + 1);
    if (frame.type === 'read') setReadBy((now) => new Map(now).set(frame.user_id, frame.seq));
    if (frame.type === 'error' && frame.client_id === undefined) setRefusal(frame.code);
    if (frame.type === 'typing') setTyping((now) => new Map(now).set(frame.user_id, Date.now()));
    if (frame.type !== 'message') return;
    const { author_id: author } = frame.message;
    if (author !== null && author !== me) {
      setNews(frame.message);
      setTyping((now) => new Map([...now].filter(([id]) => id !== author)));
    }
    void invalidate(listRooms);
  });

  const deliver = useCallback((outgoing: Outgoing): void => {
    const { clientId, text, replyTo, attachments } = outgoing;
    const reply = replyTo === null ? {} : { reply_to: replyTo.id };
    client.current?.send({
      type: 'send',
      client_id: clientId,
      text,
      attachments: [...attachments],
      ...reply,
    });
  }, []);

  const follow = useEffectEvent((now: ConnectionState): void => {
    connection.current = now;
    setState(now);
    // The same client ids again: what had arrived is not said twice.
    if (now === 'open') for (const one of latest.current.outbox) if (one.failure === null) deliver(one);
  });

  useEffect(() => {
    let isCurrent = true;
    const stop = new AbortController();
    async function begin(): Promise<void> {
      setLoading(true);
      setProblem(null);
      try {
        const page = await call(listMessages, {
          params: { id: roomId },
          query: { limit: 50 },
          signal: stop.signal,
        });
        if (!isCurrent) return;
        const fresh = { messages: [], rev: 0, hasOlder: page.next_cursor !== null };
        change((now) => withMessages({ ...now, ...fresh }, page.items, me));
        latest.current = withMessages({ ...emptyTimeline, ...fresh }, page.items, me);
        client.current = createRoomClient({
          roomId,
          userId: me,
          open,
          ticket: async () => (await call(issueWsTicket)).ticket,
          later,
          random: Math.random,
          position: () => positionOf(latest.current),
          onFrame: (frame) => isCurrent && hear(frame),
          onState: (next) => isCurrent && follow(next),
        });
      } catch (error) {
        if (isCurrent) setProblem(error);
      } finally {
        if (isCurrent) setLoading(false);
      }
    }
    if (attempt >= 0) void begin();
    return () => {
      isCurrent = false;
      stop.abort();
      client.current?.close();
      client.current = null;
    };
  }, [roomId, me, open, call, attempt]);

  useEffect(() => {
    if (typing.size === 0) return undefined;
    return later(
      () => setTyping((now) => new Map([...now].filter(([, at]) => Date.now() - at < typingMs))),
      typingMs,
    );
  }, [typing]);

  const say = (outgoing: Outgoing): void => {
    change((now) => withOutgoing(now, outgoing));
    deliver(outgoing);
    // No answer although there is a connection: the person may try again; nothing is said twice.
    later(() => {
      // Without one it waits: it goes out by itself when the connection is back.
      if (connection.current !== 'open') return;
      change((now) => withFailure(now, outgoing.clientId, 'chat.failed'));
    }, ackMs);
  };

  return {
    timeline,
    state,
    problem,
    isLoading,
    typing: [...typing.keys()],
    readBy,
    news,
    refusal,
    say: (text, replyTo, attachments) =>
      say({ clientId: newId(), text, replyTo, attachments, failure: null }),
    retry: (outgoing) => say({ ...outgoing, failure: null }),
    discard: (clientId) => change((now) => withoutOutgoing(now, clientId)),
    send(frame) {
      setRefusal(null);
      return client.current?.send(frame) ?? false;
    },
    async loadOlder() {
      const before = timeline.messages[0]?.seq;
      if (before === undefined) return;
      const page = await call(listMessages, { params: { id: roomId }, query: { before, limit: 50 } });
      const hasOlder = page.next_cursor !== null;
      change((now) => withMessages({ ...now, hasOlder }, page.items, me));
    },
    reload() {
      setAttempt((count) => count + 1);
      void invalidate(getRoom);
    },
  };
}
