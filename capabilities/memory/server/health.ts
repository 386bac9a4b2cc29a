import type { HealthCheck } from '#platform/server/health';

export interface MemoryFigures {
  /** Spaces whose new memories wait for consolidation longer than three hours. */
  readonly overdue: number;
  /** Bytes of search indexes held, and how many. */
  readonly indexBytes: number;
  readonly indexSpaces: number;
  readonly maxBytes: number;
}

const mebibyte = 1_048_576;

/** Degraded while consolidation lags behind; never critical, as recall does not need it. */
export function memoryHealth(figures: () => Promise<MemoryFigures>): HealthCheck {
  return {
    name: 'memory',
    critical: false,
    async check() {
      const { overdue, indexBytes, indexSpaces, maxBytes } = await figures();
      const held = `${Math.round(indexBytes / mebibyte)} of ${Math.round(maxBytes / mebibyte)} MB`;
      if (overdue > 0) {
        return {
          status: 'degraded',
          detail: `${overdue} spaces wait for consolidation; indexes hold ${held}.`,
        };
      }
      return { status: 'healthy', detail: `${indexSpaces} indexes hold ${held}.` };
    },
  };
}
