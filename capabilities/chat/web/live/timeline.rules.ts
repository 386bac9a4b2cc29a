import type { ChatMessage, ServerFrame } from '../../contract/index.ts';

/** A message of one's own that the server has not confirmed. */
export interface Outgoing {
  readonly clientId: string;
  readonly text: string;
  readonly replyTo: ChatMessage | null;
  /** Ids of uploaded files. */
  readonly attachments: readonly string[];
  /** Null while it is under way. */
  readonly failure: string | null;
}

/** What is known of a room: confirmed messages by number, and what waits to be confirmed. */
export interface Timeline {
  readonly messages: readonly ChatMessage[];
  readonly outbox: readonly Outgoing[];
  readonly hasOlder: boolean;
  /** The newest change that was seen. */
  readonly rev: number;
}

export const emptyTimeline: Timeline = { messages: [], outbox: [], hasOlder: false, rev: 0 };

function put(messages: readonly ChatMessage[], message: ChatMessage): readonly ChatMessage[] {
  const others = messages.filter(({ id }) => id !== message.id);
  const place = others.findLastIndex(({ seq }) => seq < message.seq) + 1;
  return others.toSpliced(place, 0, message);
}

/** Puts messages in their places; each is there once, in its newest state. */
export function withMessages(timeline: Timeline, incoming: readonly ChatMessage[], me: string): Timeline {
  let { messages, rev } = timeline;
  for (const message of incoming) {
    const known = messages.find(({ id }) => id === message.id);
    if (known === undefined || known.rev <= message.rev) messages = put(messages, message);
    rev = Math.max(rev, message.rev);
  }
  const said = new Set(
    incoming.flatMap(({ author_id, client_id }) =>
      author_id === me && client_id !== null ? [client_id] : [],
    ),
  );
  return {
    ...timeline,
    messages,
    rev,
    outbox: timeline.outbox.filter(({ clientId }) => !said.has(clientId)),
  };
}

function withTombstone(
  timeline: Timeline,
  { id, rev }: { readonly id: string; readonly rev: number },
): Timeline {
  const now = new Date().toISOString();
  return {
    ...timeline,
    rev: Math.max(timeline.rev, rev),
    messages: timeline.messages.map((message) =>
      message.id === id
        ? {
            ...message,
            rev,
            text: '',
            attachments: [],
            deleted_at: now,
            deleted_by: message.deleted_by ?? 'author',
          }
        : message,
    ),
  };
}

/** What a frame of the server changes. */
export function withFrame(timeline: Timeline, frame: ServerFrame, me: string): Timeline {
  switch (frame.type) {
    case 'message':
    case 'edited':
      return withMessages(timeline, [frame.message], me);
    case 'deleted':
      return withTombstone(timeline, frame);
    case 'error':
      return frame.client_id === undefined ? timeline : withFailure(timeline, frame.client_id, frame.code);
    default:
      return timeline;
  }
}

export function withOutgoing(timeline: Timeline, outgoing: Outgoing): Timeline {
  const others = timeline.outbox.filter(({ clientId }) => clientId !== outgoing.clientId);
  return { ...timeline, outbox: [...others, outgoing] };
}

export function withoutOutgoing(timeline: Timeline, clientId: string): Timeline {
  return { ...timeline, outbox: timeline.outbox.filter((outgoing) => outgoing.clientId !== clientId) };
}

export function withFailure(timeline: Timeline, clientId: string, failure: string | null): Timeline {
  return {
    ...timeline,
    outbox: timeline.outbox.map((outgoing) =>
      outgoing.clientId === clientId ? { ...outgoing, failure } : outgoing,
    ),
  };
}

/** Where to go on from after a break. */
export function positionOf({ messages, rev }: Timeline): { readonly seq: number; readonly rev: number } {
  return { seq: messages.at(-1)?.seq ?? 0, rev };
}
