export type ChannelMessage = Readonly<Record<string, unknown>>;

/** The part of a WebSocket that is used here. */
export interface Socket {
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface RealtimePorts {
  readonly open: (protocols: readonly string[]) => Socket;
  readonly ticket: () => Promise<string>;
  readonly later: (work: () => void, milliseconds: number) => () => void;
  /** Between 0 and 1. */
  readonly random: () => number;
}

export interface RealtimeClient {
  /** Follows a channel; answers how to stop. Messages may be missed between connections: see `onGap`. */
  follow(channel: string, onMessage: (message: ChannelMessage) => void, onGap?: () => void): () => void;
  /** Drops the connection and makes a new one if anybody still follows. */
  restart(): void;
}

interface Follower {
  readonly onMessage: (message: ChannelMessage) => void;
  readonly onGap: (() => void) | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const read = (data: unknown): Record<string, unknown> | undefined => {
  try {
    const value: unknown = typeof data === 'string' ? JSON.parse(data) : undefined;
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** One WebSocket for all channels, opened with the first follower, closed after the last, reconnected with growing pauses. */
export function createRealtime(ports: RealtimePorts): RealtimeClient {
  const channels = new Map<string, Set<Follower>>();
  let socket: Socket | undefined;
  let opened = false;
  let connecting = false;
  let failures = 0;
  let everOpened = false;
  let cancelRetry = () => {};
  let cancelIdle = () => {};

  const tell = (type: 'follow' | 'unfollow', channel: string): void => {
    if (opened) socket?.send(JSON.stringify({ type, channel }));
  };

  const gap = (): void => {
    for (const followers of channels.values()) for (const follower of followers) follower.onGap?.();
  };

  const receive = (data: unknown): void => {
    const frame = read(data);
    if (frame?.['type'] === 'gap') gap();
    if (frame?.['type'] !== 'message') return;
    const { channel, message } = frame;
    if (typeof channel !== 'string' || !isRecord(message)) return;
    for (const follower of [...(channels.get(channel) ?? [])]) follower.onMessage(message);
  };

  const retry = (): void => {
    if (channels.size === 0) return;
    failures += 1;
    const pause = Math.min(30_000, 500 * 2 ** failures) * (0.5 + ports.random() / 2);
    cancelRetry();
    cancelRetry = ports.later(() => void connect(), pause);
  };

  const attach = (next: Socket): void => {
    socket = next;
    next.onopen = () => {
      opened = true;
      failures = 0;
      for (const channel of channels.keys()) tell('follow', channel);
      if (everOpened) gap();
      everOpened = true;
    };
    next.onmessage = ({ data }) => receive(data);
    next.onclose = () => {
      if (socket !== next) return;
      socket = undefined;
      opened = false;
      retry();
    };
  };

  const connect = async (): Promise<void> => {
    if (socket !== undefined || connecting || channels.size === 0) return;
    connecting = true;
    cancelRetry();
    try {
      const ticket = await ports.ticket();
      if (channels.size > 0) attach(ports.open(['quintet', `ticket.${ticket}`]));
    } catch {
      retry();
    } finally {
      connecting = false;
    }
  };

  const drop = (): void => {
    const old = socket;
    socket = undefined;
    opened = false;
    cancelRetry();
    old?.close();
  };

  return {
    follow(channel, onMessage, onGap) {
      const follower: Follower = { onMessage, onGap };
      cancelIdle();
      const followers = channels.get(channel) ?? new Set();
      followers.add(follower);
      if (!channels.has(channel)) {
        channels.set(channel, followers);
        tell('follow', channel);
      }
      void connect();
      return () => {
        if (!followers.delete(follower) || followers.size > 0) return;
        channels.delete(channel);
        tell('unfollow', channel);
        cancelIdle();
        if (channels.size === 0) cancelIdle = ports.later(() => channels.size === 0 && drop(), 5_000);
      };
    },
    restart() {
      drop();
      everOpened = false;
      failures = 0;
      void connect();
    },
  };
}
