import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Server } from 'socket.io';
import { createNeighbours } from '#capabilities/chat/testing';
import { chatModule } from '#modules/capabilities/chat';
import { identityModule } from '#modules/capabilities/identity';
import { startApp } from '#platform/server/app';

/** One server of the chat benchmark: `node benchmarks/chat-server.ts <quintet|socket.io|socket.io+insert> <database>`. */
const [, , kind = '', databaseUrl = ''] = process.argv;

interface Said {
  readonly client_id: string;
  readonly text: string;
}

async function quintet(): Promise<string> {
  const app = await startApp({
    modules: [identityModule, ...createNeighbours().modules, chatModule],
    version: '0.0.0-benchmark',
    environment: {
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: databaseUrl,
      DATA_DIR: join(tmpdir(), `quintet-chat-bench-${process.pid}`),
      LOG_LEVEL: 'warn',
      RATE_LIMIT_PER_MINUTE: '1000000',
    },
  });
  await app.demo();
  return app.url ?? '';
}

/** One row for each message, as its author sent it: what has to be kept in any case. */
async function inserter(): Promise<(said: Said) => Promise<number>> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });
  await pool.query(`CREATE SCHEMA IF NOT EXISTS reference`);
  await pool.query(`CREATE TABLE IF NOT EXISTS reference.message (
    id uuid PRIMARY KEY DEFAULT uuidv7(), room_id uuid NOT NULL, author_id uuid NOT NULL, client_id text NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY, body text NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (room_id, seq), UNIQUE (author_id, room_id, client_id))`);
  const room = crypto.randomUUID();
  return async ({ client_id, text }) => {
    const { rows } = await pool.query({
      name: 'say',
      text: `INSERT INTO reference.message (room_id, author_id, client_id, body) VALUES ($1, $1, $2, $3) RETURNING seq`,
      values: [room, client_id, text],
    });
    return Number(rows[0].seq);
  };
}

async function socketIo(keep: (said: Said) => Promise<number> | number): Promise<string> {
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => {
    void socket.join('room');
    socket.on('send', async (said: Said) => {
      const seq = await keep(said);
      io.to('room').emit('message', {
        ...said,
        seq,
        author_id: socket.id,
        created_at: new Date().toISOString(),
      });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

let seq = 0;
const nextSeq = (): number => {
  seq += 1;
  return seq;
};
const url =
  kind === 'quintet' ? await quintet() : await socketIo(kind === 'socket.io' ? nextSeq : await inserter());
process.stdout.write(`listening ${url}\n`);
