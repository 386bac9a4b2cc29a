import type { Clock } from '#base/time';
import { type Database, type MigrationSource, openDatabase } from '#platform/server/database';
import { createMetrics, silentLog } from '#platform/server/telemetry';
import type { MemoryConfig } from './config.ts';
import { createEngine, type EngineContext, type MemoryEngine } from './engine.ts';

/** What an engine under test stands on: a migrated database of the test file's own. */
interface OwnDatabase {
  readonly adminUrl: string;
  readonly database: Database;
  close(): Promise<void>;
}

export const memoryMigrations: readonly MigrationSource[] = [
  { module: 'memory', directory: new URL('./db/migrations/', import.meta.url) },
];

/** An engine on a database of its own, with everything around it replaced by what tests can look into. */
export interface MemoryFixture {
  readonly engine: MemoryEngine;
  readonly db: OwnDatabase;
  /** Looks at everything, row-level security or not. */
  readonly admin: ReturnType<typeof openDatabase>;
  readonly published: { readonly channel: string; readonly message: Readonly<Record<string, unknown>> }[];
  readonly sent: unknown[];
  readonly emitted: unknown[];
  readonly metrics: ReturnType<typeof createMetrics>;
  now(): Date;
  setNow(now: Date): void;
  /** A second process on the same database. */
  another(changes?: Partial<EngineContext>): MemoryEngine;
  close(): Promise<void>;
}

const defaultConfig: MemoryConfig = {
  MEMORY_INDEX_MAX_MB: 128,
  MEMORY_MAX_CONTENT: 32_000,
  MEMORY_CONSOLIDATE_AFTER: 50,
  MEMORY_GC_MIN_AGE_DAYS: 30,
  MEMORY_GC_IMPORTANCE: 0.2,
  MEMORY_SOFT_DELETE_AGE_DAYS: 7,
  MEMORY_LLM_SUMMARIES: true,
};

export const offlineLlm: EngineContext['llm'] = {
  status: () => ({
    models: [],
    offline: true,
    embeddingModel: undefined,
    dailyTokenBudget: undefined,
    note: { en: '', ru: '' },
  }),
  embed: () => Promise.resolve(undefined),
  answer: () => Promise.reject(new Error('No model is configured.')),
};

/** Takes over the database: it is closed with the fixture. */
export function memoryFixture(db: OwnDatabase, changes: Partial<EngineContext> = {}): MemoryFixture {
  const admin = openDatabase({ url: db.adminUrl, max: 2, onError: () => undefined });
  const published: MemoryFixture['published'] = [];
  const sent: unknown[] = [];
  const emitted: unknown[] = [];
  const metrics = createMetrics({ process: false });
  let fixed: Date | undefined;
  const clock: Clock = () => fixed ?? new Date();

  function context(more: Partial<EngineContext>): EngineContext {
    return {
      database: db.database,
      jobs: {
        send: (_tx, job, data) => {
          sent.push({ job: job.name, data });
          return Promise.resolve('sent');
        },
      },
      events: {
        emit: (_tx, event, payload) => {
          emitted.push({ event: event.name, payload });
          return Promise.resolve();
        },
      },
      realtime: {
        publish: (channel, message) => {
          published.push({ channel, message });
          return Promise.resolve();
        },
        follow: () => () => undefined,
        drop: () => Promise.resolve(),
      },
      metrics: createMetrics({ process: false }),
      log: silentLog,
      clock,
      llm: offlineLlm,
      config: defaultConfig,
      random: () => 0.5,
      ...changes,
      ...more,
    };
  }

  const engines: MemoryEngine[] = [];
  function another(more: Partial<EngineContext> = {}): MemoryEngine {
    const made = createEngine(context(more));
    engines.push(made);
    return made;
  }
  const engine = another({ metrics });

  return {
    engine,
    db,
    admin,
    published,
    sent,
    emitted,
    metrics,
    now: clock,
    setNow: (now) => {
      fixed = now;
    },
    another,
    async close() {
      for (const made of engines) await made.close();
      await admin.close();
      await db.close();
    },
  };
}
