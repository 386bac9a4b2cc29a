import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

export interface JobMetrics {
  completed(queue: string, seconds: number): void;
  failed(queue: string, seconds: number): void;
}

/** Registers the figures of the queues; those of waiting jobs are read when somebody looks. */
export function createJobMetrics(
  registry: Registry,
  waiting: () => Promise<readonly { readonly queue: string; readonly waiting: number }[]>,
): JobMetrics {
  const registers = [registry];
  const labelNames = ['queue'] as const;
  const completed = new Counter({
    name: 'jobs_completed_total',
    help: 'Jobs that ended well.',
    labelNames,
    registers,
  });
  const failed = new Counter({
    name: 'jobs_failed_total',
    help: 'Attempts that failed, those tried again later included.',
    labelNames,
    registers,
  });
  const duration = new Histogram({
    name: 'jobs_duration_seconds',
    help: 'How long attempts took.',
    labelNames,
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300],
    registers,
  });
  new Gauge({
    name: 'jobs_waiting',
    help: 'Jobs not started yet, those due later included.',
    labelNames,
    registers,
    async collect() {
      // Without the database the scrape must still answer everything else.
      const figures = await waiting().catch(() => []);
      this.reset();
      for (const figure of figures) this.set({ queue: figure.queue }, figure.waiting);
    },
  });
  return {
    completed(queue, seconds) {
      completed.inc({ queue });
      duration.observe({ queue }, seconds);
    },
    failed(queue, seconds) {
      failed.inc({ queue });
      duration.observe({ queue }, seconds);
    },
  };
}
