import { Socket } from 'node:net';
import pg from 'pg';

/**
 * A few connections that many callers share at once: statements are sent without waiting for the answers
 * before them (pipelining), which saves a round trip and a checkout for each.
 */
export interface Lanes {
  /**
   * Runs on the connection with the fewest statements under way. All statements of `send` must be queued before
   * its first await: what is queued together stays together, what comes after an await may interleave with others.
   */
  run<Result>(send: (client: pg.Client) => Promise<Result>): Promise<Result>;
  readonly open: () => number;
  close(): Promise<void>;
}

interface Lane {
  client: pg.Client | undefined;
  /** Holds back what the client writes until the end of this turn. */
  gather: () => void;
  connecting: Promise<pg.Client> | undefined;
  underWay: number;
}

/**
 * What is written in one turn of the event loop leaves together when the turn ends: one system call and one waking
 * of the server for the statements of all requests that arrived in it, instead of one for each.
 */
function gathering(socket: Socket): () => void {
  let isHeld = false;
  const letGo = (): void => {
    isHeld = false;
    socket.uncork();
  };
  return () => {
    if (isHeld) return;
    isHeld = true;
    socket.cork();
    setImmediate(letGo);
  };
}

function leastBusy(lanes: readonly Lane[]): Lane {
  return lanes.reduce((best, lane) => (lane.underWay < best.underWay ? lane : best));
}

/** Makes `count` lanes; each connects at its first use and again after it was lost. */
export function openLanes(config: pg.ClientConfig, count: number, onError: (error: Error) => void): Lanes {
  const lanes: Lane[] = Array.from({ length: count }, () => ({
    client: undefined,
    gather: () => undefined,
    connecting: undefined,
    underWay: 0,
  }));

  async function connect(lane: Lane): Promise<pg.Client> {
    const socket = new Socket();
    const client = new pg.Client({ ...config, pipeline: true, stream: () => socket } as pg.ClientConfig);
    const lose = (): void => {
      if (lane.client === client) lane.client = undefined;
    };
    client.on('error', (error) => {
      lose();
      onError(error);
    });
    client.on('end', lose);
    try {
      await client.connect();
      lane.client = client;
      lane.gather = gathering(socket);
      return client;
    } finally {
      lane.connecting = undefined;
    }
  }

  return {
    async run(send) {
      const lane = leastBusy(lanes);
      lane.underWay += 1;
      try {
        if (lane.client === undefined) lane.connecting ??= connect(lane);
        const client = lane.client ?? (await lane.connecting) ?? (await connect(lane));
        lane.gather();
        return await send(client);
      } finally {
        lane.underWay -= 1;
      }
    },
    open: () => lanes.filter((lane) => lane.client !== undefined).length,
    async close() {
      await Promise.all(lanes.map((lane) => lane.client?.end()));
    },
  };
}
