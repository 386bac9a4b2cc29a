import { collectDefaultMetrics, Registry } from 'prom-client';

/**
 * A registry of its own with the process and event-loop metrics of prom-client (`process_*`, `nodejs_*`).
 * `{ process: false }` leaves those out: each set keeps an event-loop sampler alive as long as the process.
 */
export function createMetrics(options: { readonly process?: boolean } = {}): Registry {
  const registry = new Registry();
  if (options.process !== false) collectDefaultMetrics({ register: registry });
  return registry;
}
