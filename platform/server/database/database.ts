import pg from 'pg';
import { openLanes } from './lanes.ts';
import { listenOn } from './listen.ts';
import { type Sql, statementName } from './sql.ts';
import type { Database, Reader, Scope, TransactionOptions, Tx } from './types.ts';

export interface DatabaseOptions {
  /** `postgres://…`, a socket path included (`postgres://user@/name?host=/dir&port=1`). */
  readonly url: string;
  /** Connections at most. */
  readonly max: number;
  /** Wraps every use, for example in a circuit breaker. */
  readonly guard?: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly onError: (error: Error) => void;
}

interface Connection {
  query(query: { text: string; values: unknown[]; name?: string }): Promise<pg.QueryResult>;
}

const int8 = 20;
const numeric = 1700;
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (format !== 'binary' && (oid === int8 || oid === numeric)) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

function send(connection: Connection, statement: Sql): Promise<pg.QueryResult> {
  const name = statementName(statement.text);
  const values = [...statement.values];
  return connection.query(
    name === undefined ? { text: statement.text, values } : { text: statement.text, values, name },
  );
}

function readerOn(query: (statement: Sql) => Promise<pg.QueryResult>): Reader {
  return {
    rows: async (statement) => (await query(statement)).rows,
    row: async (statement) => (await query(statement)).rows[0],
    run: async (statement) => (await query(statement)).rowCount ?? 0,
  };
}

function beginText({ isolation, readOnly }: TransactionOptions): string {
  const level = isolation === undefined ? '' : ` ISOLATION LEVEL ${isolation.toUpperCase()}`;
  return `BEGIN${level}${readOnly === true ? ' READ ONLY' : ''}`;
}

function scopeStatement(scope: Scope): { text: string; values: unknown[]; name: string } {
  return {
    name: 'quintet_scope',
    text: "SELECT set_config('quintet.owner', $1, true), set_config('quintet.tenant', $2, true)",
    values: [scope.owner ?? '', scope.tenant ?? ''],
  };
}

/** Settles every pipelined answer, then throws the first failure: no rejection is left unobserved. */
async function settle<Result>(answers: readonly Promise<Result>[]): Promise<Result[]> {
  const settled = await Promise.allSettled(answers);
  return settled.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}

/** Connections that single statements share; the rest of `max` is for transactions. */
const laneShare = 0.4;

/** Opens a database. Nothing is connected until the first statement. */
export function openDatabase({ url, max, guard, onError }: DatabaseOptions): Database {
  const config = {
    connectionString: url,
    types,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'quintet',
    // Short statements only: compiling one takes longer than any of them may run.
    options: '-c jit=off',
  };
  const laneCount = Math.max(1, Math.round(max * laneShare));
  const lanes = openLanes(config, laneCount, onError);
  const pool = new pg.Pool({
    ...config,
    max: max - laneCount,
    pipeline: true,
    idleTimeoutMillis: 30_000,
  } as pg.PoolConfig);
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));

  const guarded = guard ?? ((work) => work());

  async function withClient<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      if (error instanceof TransactionLost) broken = error;
      throw error instanceof TransactionLost ? error.cause : error;
    } finally {
      client.release(broken);
    }
  }

  async function inTransaction<Result>(
    client: pg.PoolClient,
    work: (tx: Tx) => Promise<Result>,
    options: TransactionOptions,
    followUps: FollowUp[],
  ): Promise<Result> {
    const opening = [client.query(beginText(options))];
    if (options.scope !== undefined) opening.push(client.query(scopeStatement(options.scope)));
    await settle(opening);
    const tx: Tx = {
      kind: 'tx',
      ...readerOn((statement) => send(client, statement)),
      afterCommit: (followUp) => followUps.push(followUp),
    };
    try {
      const value = await work(tx);
      await client.query('COMMIT');
      return value;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        throw new TransactionLost(error);
      });
      throw error;
    }
  }

  async function transaction<Result>(
    work: (tx: Tx) => Promise<Result>,
    options: TransactionOptions = {},
  ): Promise<Result> {
    const followUps: FollowUp[] = [];
    const result = await guarded(() =>
      withClient((client) => inTransaction(client, work, options, followUps)),
    );
    for (const followUp of followUps) {
      try {
        await followUp();
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)));
      }
    }
    return result;
  }

  function scoped(scope: Scope): Reader {
    return readerOn((statement) =>
      guarded(() =>
        lanes.run(async (client) => {
          const [, , answer] = await settle([
            client.query('BEGIN'),
            client.query(scopeStatement(scope)),
            send(client, statement),
            client.query('COMMIT'),
          ]);
          if (answer === undefined) throw new Error('The statement has no answer.');
          return answer;
        }),
      ),
    );
  }

  return {
    kind: 'db',
    ...readerOn((statement) => guarded(() => lanes.run((client) => send(client, statement)))),
    transaction,
    scoped,
    listen: (channel, onMessage, onGap) => listenOn({ url, channel, onMessage, onGap, onError }),
    pool: () => ({
      total: pool.totalCount + lanes.open(),
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    async close() {
      await Promise.all([pool.end(), lanes.close()]);
    },
  };
}

type FollowUp = () => void | Promise<void>;

/** The connection died in the middle: it must leave the pool, whatever the first failure was. */
class TransactionLost extends Error {
  constructor(cause: unknown) {
    super('The connection was lost inside a transaction.', { cause });
  }
}
