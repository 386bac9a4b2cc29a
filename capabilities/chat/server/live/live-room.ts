import type { AcceptedSocket } from '#platform/server/realtime';
import type { Message } from '../messages/message.ts';
import type { Snapshot } from '../messages/message-list.read.ts';
import { attachmentsOf, type FilesById } from '../messages/present.ts';
import { deliveriesAfter, isNext, type Position } from './delivery.rules.ts';
import { encode, encodeDeliveries } from './frames.ts';

/** A person's socket in a room. */
export interface Listener {
  readonly socket: AcceptedSocket;
  readonly userId: string;
  /** Operators are let in by their permission instead. */
  readonly isMember: boolean;
}

/** Where a client says it is; without a revision it gets new messages, but not what changed in old ones. */
export interface Start {
  readonly seq: number;
  readonly rev: number | undefined;
}

export interface LiveRoomPorts {
  readonly roomId: string;
  /** What changed after a position; undefined when the room is gone. */
  readonly read: (after: Start) => Promise<Snapshot | undefined>;
  readonly files: (ids: readonly string[]) => Promise<FilesById>;
  readonly onFailure: (error: unknown) => void;
}

/** The sockets of one room in this process, all told the same in the same order. */
export interface LiveRoom {
  /** Tells a socket what came after its start, then everything new. From now on when no start is given. */
  enter(listener: Listener, start?: Start): Promise<void>;
  leave(listener: Listener): void;
  isEmpty(): boolean;
  listeners(): readonly Listener[];
  /** These were just committed here. Told at once when nothing is missing before them. */
  committed(messages: readonly Message[]): void;
  /** The room is at this revision: reads what is missing, if anything is. */
  advancedTo(rev: number): void;
  /** Reads whatever is new. */
  catchUp(): Promise<void>;
  position(): Position;
  /** Something that is not kept. */
  tell(frame: Buffer, exceptUserId?: string): void;
}

const noFiles: FilesById = new Map();

export function createLiveRoom({ read, files, onFailure }: LiveRoomPorts, first: Position): LiveRoom {
  let position = first;
  /** Where each socket is; those behind the room are not in here yet. */
  const present = new Map<Listener, Position>();
  const waiting = new Set<Listener>();
  let reading: Promise<void> | undefined;
  let again = false;

  function send(listener: Listener, wire: Buffer): void {
    if (wire.length > 0) listener.socket.sendFramed(wire);
  }

  /** Synchronous: nobody can enter or leave between the sockets. */
  function deliver(messages: readonly Message[], known: FilesById, to: Position): void {
    if (to.rev <= position.rev) return;
    const encoded = encodeDeliveries(deliveriesAfter(position, messages), known);
    for (const [listener, at] of present) {
      if (at.rev >= to.rev) continue;
      const isAhead = at.rev > position.rev;
      const own = isAhead ? encodeDeliveries(deliveriesAfter(at, messages), known) : encoded;
      send(listener, own.wireFor(listener.userId));
      present.set(listener, to);
    }
    position = to;
  }

  function tellGap(to: Position): void {
    for (const [listener, at] of present) {
      if (at.rev >= to.rev) continue;
      listener.socket.send(encode({ type: 'gap', after_seq: at.seq }));
      present.set(listener, to);
    }
    position = to;
  }

  async function readOn(): Promise<void> {
    do {
      again = false;
      const snapshot = await read(position);
      if (snapshot === undefined) return;
      const { messages, seq, rev } = snapshot;
      if (messages === undefined) {
        if (rev > position.rev) tellGap({ seq, rev });
      } else {
        const ids = attachmentsOf(messages);
        deliver(messages, ids.length === 0 ? noFiles : await files(ids), { seq, rev });
      }
    } while (again);
  }

  function catchUp(): Promise<void> {
    again = true;
    reading ??= readOn()
      .catch(onFailure)
      .finally(() => {
        reading = undefined;
      });
    return reading;
  }

  /** Brings one socket up to the room, in as many steps as the room moves meanwhile. */
  async function bringUp(listener: Listener, start: Start): Promise<void> {
    let at = start;
    let isChecked = false;
    while (waiting.has(listener)) {
      // A start is only believed after a reading: somebody ahead of the room would wait for ever.
      if (isChecked && at.rev !== undefined && at.rev >= position.rev) {
        waiting.delete(listener);
        present.set(listener, { seq: at.seq, rev: at.rev });
        return;
      }
      const snapshot = await read(at);
      if (snapshot === undefined || !waiting.has(listener)) return;
      const { messages, seq, rev } = snapshot;
      if (messages === undefined) {
        listener.socket.send(encode({ type: 'gap', after_seq: at.seq }));
      } else {
        const ids = attachmentsOf(messages);
        const known = ids.length === 0 ? noFiles : await files(ids);
        if (!waiting.has(listener)) return;
        const from = { seq: at.seq, rev: at.rev ?? 0 };
        send(listener, encodeDeliveries(deliveriesAfter(from, messages), known).wireFor(listener.userId));
      }
      at = { seq, rev };
      isChecked = true;
    }
  }

  return {
    async enter(listener, start) {
      present.delete(listener);
      if (start === undefined) {
        waiting.delete(listener);
        present.set(listener, position);
        return;
      }
      waiting.add(listener);
      await bringUp(listener, start);
    },
    leave(listener) {
      present.delete(listener);
      waiting.delete(listener);
    },
    isEmpty: () => present.size === 0 && waiting.size === 0,
    listeners: () => [...present.keys(), ...waiting],
    committed(messages) {
      const last = messages.at(-1);
      if (last === undefined || last.rev <= position.rev) return;
      const isPlain = messages.every(
        ({ attachmentIds, replyTo }) => attachmentIds.length === 0 && replyTo === null,
      );
      if (isPlain && isNext(position, messages)) {
        deliver(messages, noFiles, { seq: last.seq, rev: last.rev });
      } else void catchUp();
    },
    advancedTo(rev) {
      if (rev > position.rev) void catchUp();
    },
    catchUp,
    position: () => position,
    tell(frame, exceptUserId) {
      for (const listener of present.keys()) {
        if (listener.userId !== exceptUserId) listener.socket.send(frame);
      }
    },
  };
}
