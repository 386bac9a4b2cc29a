import type { HealthCheck } from '#platform/server/health';
import type { LlmStatus } from './index.ts';

/** Healthy without a model, degraded while a provider is given up; never critical, as the offline engine remains. */
export function llmHealth(status: () => LlmStatus): HealthCheck {
  return {
    name: 'llm',
    critical: false,
    check: async () => {
      const { models, offline, note } = status();
      if (offline) return { status: 'healthy', detail: note.en };
      const open = [
        ...new Set(models.filter(({ breaker }) => breaker !== 'closed').map(({ provider }) => provider)),
      ];
      return open.length > 0
        ? { status: 'degraded', detail: `Not answering: ${open.join(', ')}.` }
        : { status: 'healthy', detail: `${models.length} language model(s) configured.` };
    },
  };
}
