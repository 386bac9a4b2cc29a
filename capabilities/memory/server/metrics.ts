import { Gauge, Histogram, type Registry } from 'prom-client';
import { type Database, sql } from '#platform/server/database';
import { levelNames } from '../contract/index.ts';

export interface MemoryMetrics {
  stage(stage: string, seconds: number): void;
}

const refreshMs = 15_000;

interface Sizes {
  readonly l0: number;
  readonly l1: number;
  readonly l2: number;
  readonly l3: number;
}

/** Repeats an answer for a while: scraping often must not cost the database anything. */
function keptFor<Value>(ms: number, load: () => Promise<Value>): () => Promise<Value> {
  let kept: { readonly until: number; readonly value: Promise<Value> } | undefined;
  return () => {
    const now = Date.now();
    if (kept === undefined || kept.until < now) kept = { until: now + ms, value: load() };
    return kept.value;
  };
}

/** Registers the module's metrics; names, labels and buckets are fixed (docs/contracts). */
export function memoryMetrics(registry: Registry, database: Database): MemoryMetrics {
  const sizes = keptFor(refreshMs, () =>
    database.row<Sizes>(sql`
      SELECT coalesce(sum(l0), 0)::int AS l0, coalesce(sum(l1), 0)::int AS l1, coalesce(sum(l2), 0)::int AS l2,
        coalesce(sum(l3), 0)::int AS l3 FROM memory.space_directory`),
  );
  const tallies = keptFor(refreshMs, () =>
    database.rows<{ strategy: string; rate: number }>(sql`
      SELECT strategy, reward_sum / rewarded AS rate FROM memory.strategy_tally WHERE rewarded > 0`),
  );
  // A database that is down leaves the last known figures; health reports it.
  new Gauge({
    name: 'agent_memory_size',
    help: 'Live memories of all owners by level.',
    labelNames: ['level'],
    registers: [registry],
    async collect() {
      const row = await sizes().catch(() => undefined);
      if (row !== undefined) for (const level of levelNames) this.set({ level }, row[level]);
    },
  });
  new Gauge({
    name: 'strategy_success_rate',
    help: 'Mean reward of each retrieval strategy over all feedback, 0 to 1.',
    labelNames: ['strategy_id'],
    registers: [registry],
    async collect() {
      const rows = await tallies().catch(() => []);
      for (const { strategy, rate } of rows) this.set({ strategy_id: strategy }, rate);
    },
  });
  const latency = new Histogram({
    name: 'retrieval_latency_seconds',
    help: 'Time of each stage of a recall.',
    labelNames: ['stage'],
    buckets: [0.01, 0.05, 0.1, 0.3, 0.5, 1.0],
    registers: [registry],
  });
  return { stage: (stage, seconds) => latency.observe({ stage }, seconds) };
}
