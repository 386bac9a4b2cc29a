import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { newId } from '#base/ids';
import { startEmbeddedPostgres } from '#platform/server/database';
import { call, signIn, textAt } from '../e2e/client.ts';
import { median, printTable, round } from './figures.ts';

/**
 * N sockets in one room, M messages by many of them, and the time until everybody has every message: this program,
 * which keeps each message in PostgreSQL before it tells anybody, against socket.io that keeps nothing and socket.io
 * that inserts the same row. The same plain WebSocket clients measure all of them, in turn, round after round.
 *
 * Usage: node benchmarks/chat.bench.ts [--quick] [--profile <folder>]
 */
const quick = process.argv.includes('--quick');
const profileAt = process.argv.indexOf('--profile');
const profileFolder = profileAt < 0 ? undefined : process.argv[profileAt + 1];
const rounds = quick ? 3 : 5;
const sockets = quick ? 100 : 200;
const messages = quick ? 400 : 1_000;
const text = 'Shall we meet at the bridge at seven? Bring the map.';

interface Contender {
  readonly name: string;
  /** Connects one client; `onMessage` is called for every message it receives. */
  connect(onMessage: (seq: number) => void): Promise<{ say(id: string): void; close(): void }>;
  end(): void;
}

async function startServer(kind: string, databaseUrl: string): Promise<{ url: string; child: ChildProcess }> {
  const main = new URL('./chat-server.ts', import.meta.url).pathname;
  const profile =
    profileFolder === undefined || kind !== 'quintet'
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
  const child = spawn(process.execPath, [...profile, main, kind, databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /listening (\S+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`${kind} did not start.`)));
  });
  return { url, child };
}

function opened(socket: WebSocket, isReady: (text: string) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`Closed with ${code}.`)));
    socket.on('message', (data) => {
      if (isReady(data.toString())) resolve();
    });
  });
}

const seqIn = (frame: string): number => Number(/"seq":(\d+)/.exec(frame)?.[1]);

async function startQuintet(databaseUrl: string): Promise<Contender> {
  const { url, child } = await startServer('quintet', databaseUrl);
  const token = await signIn(url, 'author');
  const userId = textAt((await call(url, '/profile/me', { token })).json, 'id');
  const other = await signIn(url, 'analyst');
  const otherId = textAt((await call(url, '/profile/me', { token: other })).json, 'id');
  const room = await call(url, '/chats/', {
    method: 'POST',
    token,
    json: { kind: 'direct', user_id: otherId },
  });
  const roomId = textAt(room.json, 'id');
  return {
    name: 'quintet (kept)',
    end: () => child.kill('SIGTERM'),
    async connect(onMessage) {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/chats/${roomId}/${userId}`, [
        'quintet',
        `access_token.${token}`,
      ]);
      await new Promise((resolve) => socket.once('open', resolve));
      // An answer means that the room was entered.
      socket.send(JSON.stringify({ type: 'delete', id: newId() }));
      await opened(socket, (frame) => frame.startsWith('{"type":"error"'));
      socket.removeAllListeners();
      socket.on('message', (data) => {
        const frame = data.toString();
        if (frame.startsWith('{"type":"message"')) onMessage(seqIn(frame));
      });
      return {
        say: (id) => socket.send(JSON.stringify({ type: 'send', client_id: id, text })),
        close: () => socket.terminate(),
      };
    },
  };
}

async function startSocketIo(kind: string, name: string, databaseUrl: string): Promise<Contender> {
  const { url, child } = await startServer(kind, databaseUrl);
  return {
    name,
    end: () => child.kill('SIGTERM'),
    async connect(onMessage) {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
      socket.once('message', () => socket.send('40'));
      await opened(socket, (frame) => frame.startsWith('40'));
      socket.removeAllListeners();
      socket.on('message', (data) => {
        const frame = data.toString();
        if (frame === '2') socket.send('3');
        else if (frame.startsWith('42["message"')) onMessage(seqIn(frame));
      });
      return {
        say: (id) => socket.send(`42${JSON.stringify(['send', { client_id: id, text }])}`),
        close: () => socket.terminate(),
      };
    },
  };
}

/** Seconds from the first message sent until the last one was received by everybody. */
async function measure(contender: Contender): Promise<number> {
  let received = 0;
  let disorder = 0;
  const done = Promise.withResolvers<void>();
  const clients = [];
  for (let n = 0; n < sockets; n += 1) {
    let last = 0;
    clients.push(
      await contender.connect((seq) => {
        if (seq <= last) disorder += 1;
        last = seq;
        received += 1;
        if (received === sockets * messages) done.resolve();
      }),
    );
  }
  const from = performance.now();
  for (let n = 0; n < messages; n += 1) {
    clients[n % sockets]?.say(newId());
    // A breath now and then, as people take it: not one burst that nobody can overlap with.
    if (n % 50 === 49) await new Promise((resolve) => setImmediate(resolve));
  }
  await done.promise;
  const seconds = (performance.now() - from) / 1_000;
  for (const client of clients) client.close();
  if (disorder > 0 && contender.name.startsWith('quintet')) throw new Error('Messages came out of order.');
  return seconds;
}

const directory = await mkdtemp(join(tmpdir(), 'quintet-bench-'));
const postgres = await startEmbeddedPostgres({ directory });
const contenders: Contender[] = [];
try {
  contenders.push(await startQuintet(postgres.url));
  contenders.push(await startSocketIo('socket.io', 'socket.io (nothing kept)', postgres.url));
  contenders.push(await startSocketIo('socket.io+insert', 'socket.io (same insert)', postgres.url));
  const seconds = new Map<string, number[]>();
  for (const contender of contenders) await measure(contender);
  for (let at = 0; at < rounds; at += 1) {
    for (const contender of contenders) {
      seconds.set(contender.name, [...(seconds.get(contender.name) ?? []), await measure(contender)]);
    }
  }
  const [ours] = contenders;
  const own = seconds.get(ours?.name ?? '') ?? [];
  printTable(
    `${messages} messages to ${sockets} sockets in one room, ${rounds} rounds, medians`,
    contenders.map(({ name }) => {
      const theirs = seconds.get(name) ?? [];
      return {
        server: name,
        seconds: round(median(theirs), 3),
        'deliveries/s': Math.round((sockets * messages) / median(theirs)),
        'quintet is faster by': round(median(theirs.map((one, at) => one / (own[at] ?? one)))),
      };
    }),
  );
} finally {
  for (const contender of contenders) contender.end();
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}
