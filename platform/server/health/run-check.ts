import type { HealthComponent } from '#platform/contract';
import type { HealthCheck, HealthFinding } from './types.ts';

function timeLimit(ms: number): { readonly finding: Promise<HealthFinding>; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const finding = new Promise<HealthFinding>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'unhealthy', detail: `No answer within ${ms} ms.` }), ms);
  });
  return { finding, stop: () => clearTimeout(timer) };
}

async function ask(check: HealthCheck): Promise<HealthFinding> {
  try {
    return await check.check();
  } catch {
    return { status: 'unhealthy', detail: 'The check failed.' };
  }
}

/** Runs one check within its time limit and measures it. Never throws. */
export async function runCheck(check: HealthCheck, timeoutMs: number): Promise<HealthComponent> {
  const startedAt = performance.now();
  const limit = timeLimit(timeoutMs);
  try {
    const { status, detail } = await Promise.race([ask(check), limit.finding]);
    const latency = Math.round((performance.now() - startedAt) * 100) / 100;
    return { name: check.name, status, latency_ms: latency, ...(detail === undefined ? {} : { detail }) };
  } finally {
    limit.stop();
  }
}
