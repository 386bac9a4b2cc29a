import { Counter, Histogram, type Registry } from 'prom-client';

export interface FilesMetrics {
  /** Measures a check. */
  checked<Result>(work: () => Promise<Result>): Promise<Result>;
  published(bytes: number): void;
  /** By the code of the refusal: a closed set. */
  refused(code: string): void;
  collected(kind: 'unfinished' | 'unused' | 'deleted', count: number): void;
}

export function filesMetrics(registry: Registry): FilesMetrics {
  const registers = [registry];
  const uploads = new Counter({
    name: 'files_uploads_total',
    help: 'Uploads by what came of them: published, or the code of the refusal.',
    labelNames: ['outcome'],
    registers,
  });
  const bytes = new Counter({
    name: 'files_uploaded_bytes_total',
    help: 'Bytes of published uploads.',
    registers,
  });
  const seconds = new Histogram({
    name: 'files_check_seconds',
    help: 'Time of the check of one file, waiting for its turn included.',
    buckets: [0.05, 0.2, 0.5, 1, 2, 5, 10, 30],
    registers,
  });
  const collected = new Counter({
    name: 'files_collected_total',
    help: 'Files the collector took, by reason.',
    labelNames: ['kind'],
    registers,
  });
  return {
    async checked(work) {
      const stop = seconds.startTimer();
      try {
        return await work();
      } finally {
        stop();
      }
    },
    published(size) {
      uploads.inc({ outcome: 'published' });
      bytes.inc(size);
    },
    refused: (outcome) => uploads.inc({ outcome }),
    collected: (kind, count) => collected.inc({ kind }, count),
  };
}
