import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Registry } from 'prom-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Refusal } from '#base/refusal';
import { systemClock } from '#base/time';
import { type TestDatabase, testDatabase } from '#platform/testing';
import type { Authenticator } from '../http/caller.ts';
import type { Log } from '../telemetry/index.ts';
import {
  createRealtime,
  createSocketServer,
  type RealtimeHub,
  type SocketServer,
  type SocketServerOptions,
} from './index.ts';

const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => log,
};

const authenticator: Authenticator = {
  async authenticate(credentials) {
    const name = credentials.kind === 'ws-ticket' ? credentials.ticket : 'token';
    if (name === 'broken') throw new Error('The database is away.');
    if (name === 'locked') throw new Refusal('unauthenticated', 'identity.locked', 'Locked.');
    if (name === 'stranger') throw new Refusal('unauthenticated', 'identity.unknown', 'Unknown.');
    return {
      userId: name,
      sessionId: `session-of-${name}`,
      apiKeyId: null,
      roles: [],
      permissions: new Set(),
      scopes: null,
    };
  },
};

const rules = [
  { prefix: 'user', mayFollow: (caller: { userId: string }, rest: string) => caller.userId === rest },
  { prefix: 'open', mayFollow: async () => true },
  { prefix: 'faulty', mayFollow: () => Promise.reject(new Error('no')) },
];

interface Place {
  readonly hub: RealtimeHub;
  readonly sockets: SocketServer;
  readonly server: Server;
  readonly metrics: Registry;
  readonly url: string;
}

interface Client {
  readonly socket: WebSocket;
  readonly seen: unknown[];
  readonly closed: Promise<number>;
  say(message: unknown): void;
}

let test: TestDatabase;
let places: Place[];
let clients: WebSocket[];

async function open(more: Partial<SocketServerOptions> = {}): Promise<Place> {
  const metrics = new Registry();
  const hub = await createRealtime({ database: test.database, metrics, log, clock: systemClock });
  const allowedOrigins = ['https://quintet.example'];
  const sockets = createSocketServer({
    hub,
    authenticator,
    rules,
    allowedOrigins,
    metrics,
    log,
    ...more,
  });
  const server = createServer();
  server.on('upgrade', (request, socket, head) => void sockets.handleUpgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  const place = { hub, sockets, server, metrics, url: `ws://127.0.0.1:${address.port}/ws` };
  places.push(place);
  return place;
}

function connect(place: Place, protocols: string[], headers: Record<string, string> = {}): Client {
  const socket = new WebSocket(place.url, protocols, { headers });
  clients.push(socket);
  const seen: unknown[] = [];
  socket.on('message', (data) => seen.push(JSON.parse(data.toString())));
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  return { socket, seen, closed, say: (message) => socket.send(JSON.stringify(message)) };
}

async function enter(place: Place, name: string, ...channels: string[]): Promise<Client> {
  const client = connect(place, ['quintet', `ticket.${name}`]);
  await new Promise((resolve) => client.socket.once('open', resolve));
  for (const channel of channels) client.say({ type: 'follow', channel });
  await expect.poll(() => client.seen).toEqual(channels.map((channel) => ({ type: 'followed', channel })));
  client.seen.length = 0;
  return client;
}

beforeAll(async () => {
  test = await testDatabase();
});
beforeEach(() => {
  places = [];
  clients = [];
});
afterEach(async () => {
  for (const client of clients) client.terminate();
  for (const { sockets, hub, server } of places) {
    await sockets.close();
    await hub.close();
    await new Promise((resolve) => server.close(resolve));
  }
});
afterAll(() => test.close());

describe('the door', () => {
  it.each([[['quintet', 'ticket.stranger']], [['quintet', 'ticket.broken']], [['quintet']]])(
    'closes with 4401 for %j',
    async (protocols) => {
      expect(await connect(await open(), protocols).closed).toBe(4401);
    },
  );

  it('closes with 4403 for a locked account: signing in again would not help', async () => {
    expect(await connect(await open(), ['quintet', 'ticket.locked']).closed).toBe(4403);
  });

  it('takes nothing from the URL', async () => {
    const place = await open();
    const socket = new WebSocket(`${place.url}?ticket=ann&access_token=ann`, ['quintet']);
    clients.push(socket);
    expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(4401);
  });

  it('speaks the protocol quintet and lets pages of known origins in', async () => {
    const place = await open();
    const known = connect(place, ['quintet', 'ticket.ann'], { origin: 'https://quintet.example' });
    await new Promise((resolve) => known.socket.once('open', resolve));
    expect(known.socket.protocol).toBe('quintet');
    const foreign = connect(place, ['quintet', 'ticket.ann'], { origin: 'https://evil.example' });
    const answer = await new Promise<IncomingMessage>((resolve) =>
      foreign.socket.once('unexpected-response', (_request, response) => resolve(response)),
    );
    expect(answer.statusCode).toBe(403);
  });

  it('ends a connection with its access token', async () => {
    const claims = Buffer.from(JSON.stringify({ exp: Math.floor(Date.now() / 1_000) + 1 })).toString(
      'base64url',
    );
    const client = connect(await open(), ['quintet', `access_token.h.${claims}.s`]);
    expect(await client.closed).toBe(4401);
  });

  it('closes with 1009 for too much, 1008 for nonsense, 4429 for too often', async () => {
    const place = await open();
    const [large, odd, binary, chatty] = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => enter(place, name)),
    );
    large?.socket.send('x'.repeat(17_000));
    odd?.socket.send('hello');
    binary?.socket.send(Buffer.from([1]));
    for (let count = 0; count < 100; count += 1) chatty?.say({ type: 'ping' });
    expect(await large?.closed).toBe(1009);
    expect(await odd?.closed).toBe(1008);
    expect(await binary?.closed).toBe(1008);
    expect(await chatty?.closed).toBe(4429);
  });

  it('survives clients that vanish while being let in', async () => {
    const gates: (() => void)[] = [];
    const place = await open({
      authenticator: {
        authenticate: async (credentials) => {
          await new Promise<void>((resolve) => gates.push(resolve));
          return authenticator.authenticate(credentials);
        },
      },
    });
    const client = connect(place, ['quintet', 'ticket.ann']);
    await expect.poll(() => gates.length).toBe(1);
    client.socket.terminate();
    await client.closed;
    for (const pass of gates) pass();
    expect(await place.metrics.metrics()).not.toContain('ws_connections{channel="any"} 1');
  });

  it('refuses two rules for one prefix', async () => {
    await expect(open({ rules: [...rules, ...rules] })).rejects.toThrow('Two modules claim');
  });
});

describe('following', () => {
  it('brings messages of every process to those who follow, until they stop', async () => {
    const [here, there] = [await open(), await open()];
    const ann = await enter(here, 'ann', 'user:ann', 'open:1');
    const bob = await enter(here, 'bob', 'open:1');
    await there.hub.realtime.publish('open:1', { n: 1 });
    const first = { type: 'message', channel: 'open:1', message: { n: 1 } };
    await expect.poll(() => [ann.seen, bob.seen]).toEqual([[first], [first]]);
    expect(await here.metrics.metrics()).toContain('ws_connections{channel="open"} 2');
    bob.say({ type: 'unfollow', channel: 'open:1' });
    bob.say({ type: 'ping' });
    await expect.poll(() => bob.seen).toEqual([first, { type: 'pong' }]);
    await there.hub.realtime.publish('user:ann', { n: 2 });
    await there.hub.realtime.publish('open:1', { n: 3 });
    await expect.poll(() => ann.seen.length).toBe(3);
    expect(bob.seen).toHaveLength(2);
    ann.socket.close();
    await ann.closed;
    await expect.poll(() => here.metrics.metrics()).toContain('ws_connections{channel="open"} 0');
  });

  it('refuses the channels of others, unclaimed ones and those whose rule fails; then closes with 4403', async () => {
    const ann = await enter(await open(), 'ann');
    const channels = ['user:bob', 'unclaimed:1', 'faulty:1', 'misnamed'];
    for (const channel of channels) ann.say({ type: 'follow', channel });
    await expect.poll(() => ann.seen).toEqual(channels.map((channel) => ({ type: 'refused', channel })));
    for (let n = 0; n < 6; n += 1) ann.say({ type: 'follow', channel: `user:${n}` });
    expect(await ann.closed).toBe(4403);
  });

  it('ends the connections of one session or one person at once, in every process', async () => {
    const [here, there] = [await open(), await open()];
    const [ann, twin, bob] = [await enter(here, 'ann'), await enter(there, 'ann'), await enter(here, 'bob')];
    await here.hub.realtime.drop({ userId: 'ann' });
    expect(await ann.closed).toBe(4401);
    expect(await twin.closed).toBe(4401);
    expect(bob.socket.readyState).toBe(WebSocket.OPEN);
    await there.hub.realtime.drop({ sessionId: 'session-of-bob' });
    expect(await bob.closed).toBe(4401);
  });

  it('tells of a gap', async () => {
    const gaps: (() => void)[] = [];
    const place = await open();
    const onGap = (listener: () => void) => {
      gaps.push(listener);
      return () => undefined;
    };
    const other = await open({ hub: { ...place.hub, onGap } });
    const ann = await enter(other, 'ann');
    for (const gap of gaps) gap();
    await expect.poll(() => ann.seen).toEqual([{ type: 'gap' }]);
  });

  it('cuts off a consumer that does not read, without harm to others', async () => {
    const place = await open({ bufferLimit: 64 * 1_024 });
    const lazy = await enter(place, 'lazy', 'open:1');
    const eager = await enter(place, 'eager', 'open:1');
    lazy.socket.pause();
    const text = 'x'.repeat(7_000);
    await expect
      .poll(
        async () => {
          for (let n = 0; n < 200; n += 1)
            place.hub.realtime.publish('open:1', { text }).catch(() => undefined);
          await new Promise((resolve) => setImmediate(resolve));
          return place.metrics.metrics();
        },
        { timeout: 20_000, interval: 20 },
      )
      .toContain('ws_connections{channel="any"} 1');
    eager.seen.length = 0;
    eager.say({ type: 'ping' });
    await expect.poll(() => eager.seen.at(-1), { timeout: 10_000 }).toEqual({ type: 'pong' });
  });

  it('ends connections that no longer answer the heartbeat', async () => {
    const place = await open({ heartbeatMs: 50 });
    const dead = connect(place, ['quintet', 'ticket.dead']);
    await new Promise((resolve) => dead.socket.once('open', resolve));
    const well = await enter(place, 'well');
    dead.socket.pause();
    await expect.poll(() => place.metrics.metrics()).toContain('ws_connections{channel="any"} 1');
    expect(well.socket.readyState).toBe(WebSocket.OPEN);
  });

  it('says goodbye with 1001', async () => {
    const place = await open();
    const ann = await enter(place, 'ann');
    await place.sockets.close();
    expect(await ann.closed).toBe(1001);
  });
});
