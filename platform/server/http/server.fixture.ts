import { Registry } from 'prom-client';
import { Refusal } from '#base/refusal';
import type { Database } from '#platform/server/database';
import { createHealth } from '#platform/server/health';
import type { Log } from '#platform/server/telemetry';
import type { Authenticator, Caller, HttpServer, HttpServerOptions } from './index.ts';
import { createHttpServer } from './index.ts';

export interface LogLine {
  readonly level: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export function recordingLog(lines: LogLine[], bindings: Readonly<Record<string, unknown>> = {}): Log {
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push({ level, fields: { ...bindings, ...fields }, message });
  };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (more) => recordingLog(lines, { ...bindings, ...more }),
  };
}

export const annId = '019ab000-0000-7000-8000-00000000000a';
export const bobId = '019ab000-0000-7000-8000-00000000000b';

const person = (userId: string, permissions: Caller['permissions']): Caller => ({
  userId,
  sessionId: 's',
  apiKeyId: null,
  roles: [],
  permissions,
  scopes: null,
});

const callers: Readonly<Record<string, Caller>> = {
  'bearer ann': person(annId, new Set(['view_metrics', 'view_audit'])),
  'bearer bob': person(bobId, new Set()),
  'api-key reader': {
    ...person(annId, new Set(['view_audit'])),
    sessionId: null,
    apiKeyId: 'k',
    scopes: new Set(['notes:read']),
  },
};

export const testAuthenticator: Authenticator = {
  async authenticate(credentials) {
    const secret =
      credentials.kind === 'bearer'
        ? credentials.token
        : credentials.kind === 'api-key'
          ? credentials.key
          : credentials.ticket;
    const caller = callers[`${credentials.kind} ${secret}`];
    if (caller === undefined)
      throw new Refusal('unauthenticated', 'test.bad_token', 'The token is not valid.');
    return caller;
  },
};

/** Fails every statement: for tests in which nothing may reach the database. */
export const noDatabase: Database = {
  kind: 'db',
  rows: () => Promise.reject(new Error('unexpected statement')),
  row: () => Promise.reject(new Error('unexpected statement')),
  run: () => Promise.reject(new Error('unexpected statement')),
  transaction: () => Promise.reject(new Error('unexpected transaction')),
  scoped: () => noDatabase,
  listen: () => Promise.reject(new Error('unexpected listen')),
  pool: () => ({ total: 0, idle: 0, waiting: 0 }),
  close: () => Promise.resolve(),
};

export interface TestServer extends HttpServer {
  readonly lines: LogLine[];
  readonly metrics: Registry;
  /** Moves the server's clock. */
  advance(ms: number): void;
}

type Overrides = Partial<Omit<HttpServerOptions, 'config' | 'log' | 'metrics' | 'clock'>> & {
  readonly config?: Partial<HttpServerOptions['config']>;
};

/** A server on its own clock with recorded log lines; nothing listens. */
export async function testServer({ config, ...overrides }: Overrides = {}): Promise<TestServer> {
  const lines: LogLine[] = [];
  const metrics = new Registry();
  let now = Date.parse('2026-01-01T00:00:00Z');
  const clock = () => new Date(now);
  const breakers = { all: () => [], breaker: () => Promise.reject(new Error('no breakers here')) as never };
  const server = await createHttpServer({
    config: {
      environment: 'test',
      host: '127.0.0.1',
      port: 0,
      publicUrl: 'http://127.0.0.1:8000',
      dataDir: '/nonexistent',
      databaseUrl: undefined,
      databasePoolMax: 2,
      redisUrl: undefined,
      s3: undefined,
      modules: 'all',
      role: 'all',
      secretKey: 'x'.repeat(32),
      corsOrigins: ['http://app.example'],
      trustProxy: [],
      logLevel: 'info',
      logFormat: 'json',
      smtpUrl: undefined,
      mailFrom: 'a@b.c',
      metricsToken: 'metrics-token-of-tests',
      rateLimitPerMinute: 100_000,
      otlpEndpoint: undefined,
      ...config,
    },
    log: recordingLog(lines),
    metrics,
    clock,
    authenticator: testAuthenticator,
    database: noDatabase,
    health: createHealth({ clock, breakers, version: '1.0.0' }),
    version: '1.0.0',
    ...overrides,
  });
  return {
    ...server,
    lines,
    metrics,
    advance: (ms) => {
      now += ms;
    },
  };
}
