import type { ClientFrame, ServerFrame } from '../../contract/index.ts';

/** The part of a WebSocket that is used here. */
export interface RoomSocket {
  onopen: (() => void) | null;
  onclose: ((code: number) => void) | null;
  onmessage: ((data: unknown) => void) | null;
  send(text: string): void;
  close(): void;
}

export type OpenSocket = (path: string, protocols: readonly string[]) => RoomSocket;

/** `refused`: this person is not in the room; nothing is tried any more. */
export type ConnectionState = 'connecting' | 'open' | 'waiting' | 'refused';

export interface RoomClientOptions {
  readonly roomId: string;
  readonly userId: string;
  readonly open: OpenSocket;
  readonly ticket: () => Promise<string>;
  readonly later: (work: () => void, milliseconds: number) => () => void;
  /** Between 0 and 1. */
  readonly random: () => number;
  /** What was seen so far: everything after it comes first. */
  readonly position: () => { readonly seq: number; readonly rev: number };
  readonly onFrame: (frame: ServerFrame) => void;
  readonly onState: (state: ConnectionState) => void;
}

export interface RoomClient {
  /** False when there is no connection: nothing was sent. */
  send(frame: ClientFrame): boolean;
  close(): void;
}

const forbidden = 4403;
const longestPauseMs = 20_000;

function readFrame(data: unknown): ServerFrame | undefined {
  try {
    const value: unknown = JSON.parse(String(data));
    const known = typeof value === 'object' && value !== null && 'type' in value;
    return known ? (value as ServerFrame) : undefined;
  } catch {
    return undefined;
  }
}

/** One person's connection to a room: kept up with growing pauses, resumed where it broke. */
export function createRoomClient(options: RoomClientOptions): RoomClient {
  const { roomId, userId, open, ticket, later, random, position, onFrame, onState } = options;
  let socket: RoomSocket | undefined;
  let isOpen = false;
  let isClosed = false;
  let failures = 0;
  let cancelRetry = () => {};

  function retry(): void {
    if (isClosed) return;
    onState('waiting');
    failures += 1;
    const pause = Math.min(longestPauseMs, 300 * 2 ** failures) * (0.5 + random() / 2);
    cancelRetry = later(() => void connect(), pause);
  }

  function attach(next: RoomSocket): void {
    socket = next;
    next.onopen = () => {
      isOpen = true;
      onState('open');
    };
    next.onmessage = (data) => {
      failures = 0;
      const frame = readFrame(data);
      if (frame !== undefined) onFrame(frame);
    };
    next.onclose = (code) => {
      if (socket !== next) return;
      socket = undefined;
      isOpen = false;
      if (code === forbidden) {
        isClosed = true;
        onState('refused');
      } else retry();
    };
  }

  async function connect(): Promise<void> {
    onState('connecting');
    try {
      const pass = await ticket();
      if (isClosed) return;
      const { seq, rev } = position();
      const path = `/chats/${roomId}/${userId}?after_seq=${seq}&after_rev=${rev}`;
      attach(open(path, ['quintet', `ticket.${pass}`]));
    } catch {
      retry();
    }
  }

  void connect();
  return {
    send(frame) {
      if (!isOpen || socket === undefined) return false;
      socket.send(JSON.stringify(frame));
      return true;
    },
    close() {
      isClosed = true;
      cancelRetry();
      const old = socket;
      socket = undefined;
      old?.close();
    },
  };
}

/** A WebSocket of the browser. */
export const openWebSocket: OpenSocket = (path, protocols) => {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const socket = new WebSocket(`${scheme}://${location.host}${path}`, [...protocols]);
  const port: RoomSocket = {
    onopen: null,
    onclose: null,
    onmessage: null,
    send: (text) => socket.send(text),
    close: () => socket.close(),
  };
  socket.onopen = () => port.onopen?.();
  socket.onclose = ({ code }) => port.onclose?.(code);
  socket.onmessage = ({ data }) => port.onmessage?.(data);
  return port;
};
