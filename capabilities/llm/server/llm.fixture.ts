import { Registry } from 'prom-client';
import type { Clock } from '#base/time';
import type { Cache } from '#platform/server/cache';
import type { Database } from '#platform/server/database';
import { createBreakers } from '#platform/server/resilience';
import type { Log } from '#platform/server/telemetry';
import type { LlmConfig } from './config.ts';
import type { ChatEvent, LlmCall } from './index.ts';
import { createLlm } from './llm.ts';

/** Keeps what was logged, to show what was not. */
function recordingLog(lines: string[]): Log {
  const write = (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push(`${message} ${JSON.stringify(fields)}`);
  };
  const log: Log = { debug: write, info: write, warn: write, error: write, child: () => log };
  return log;
}

/** The platform's cache, as far as this module uses it. */
function mapCache(): Cache & { readonly size: () => number } {
  const values = new Map<string, { readonly value: unknown; readonly tags: readonly string[] }>();
  const get = async <Value>(key: string) => values.get(key)?.value as Value | undefined;
  return {
    get,
    async set(key, value, { tags = [] }) {
      values.set(key, { value: structuredClone(value), tags });
    },
    async getOrSet(key, _options, load) {
      return (await get<Awaited<ReturnType<typeof load>>>(key)) ?? load();
    },
    async delete(key) {
      values.delete(key);
    },
    async deleteByTag(tag) {
      for (const [key, { tags }] of values) if (tags.includes(tag)) values.delete(key);
    },
    async clear() {
      values.clear();
    },
    size: () => values.size,
  };
}

/** The whole service on a real database, with everything observable. */
export async function startLlm(
  database: Database,
  config: Partial<LlmConfig>,
  clock: Clock = () => new Date(),
) {
  const metrics = new Registry();
  const breakers = createBreakers({ clock, metrics });
  const cache = mapCache();
  const logged: string[] = [];
  const settings = { LLM_TIMEOUT_SECONDS: 20, LLM_FIRST_TOKEN_SECONDS: 10, ...config };
  const llm = await createLlm({
    config: settings,
    database,
    cache,
    breakers,
    metrics,
    clock,
    log: recordingLog(logged),
  });
  return { llm, breakers, metrics, cache, logged };
}

export function call(owner: string, signal?: AbortSignal): LlmCall {
  return signal === undefined ? { owner, component: 'test' } : { owner, component: 'test', signal };
}

export function textOf(events: readonly ChatEvent[]): string {
  return events.map((event) => (event.kind === 'text' ? event.text : '')).join('');
}
