import type { Clock } from '#base/time';
import type { HealthComponent, HealthReport } from '#platform/contract';
import type { Breakers } from '../resilience/index.ts';
import { runCheck } from './run-check.ts';
import type { HealthCheck, HealthStatus } from './types.ts';

/** Where the process is in its life. Only `ready` wants traffic. */
export type LifePhase = 'starting' | 'ready' | 'stopping';

export interface HealthOptions {
  readonly clock: Clock;
  readonly breakers: Breakers;
  readonly version: string;
  /** Milliseconds one check may take; 2,000. */
  readonly checkTimeoutMs?: number;
}

/** What this process knows about its own condition. */
export interface Health {
  /** Adds checks; two of one name throw. */
  add(checks: readonly HealthCheck[]): void;
  /** Runs all checks at once. Answers are kept for a second, so that asking often costs nothing. */
  report(): Promise<HealthReport>;
  phase(): LifePhase;
  /** Moves on: starting → ready → stopping, never back. */
  enter(phase: LifePhase): void;
}

const keepMs = 1_000;
const order: readonly LifePhase[] = ['starting', 'ready', 'stopping'];

function overall(components: readonly HealthComponent[], checks: readonly HealthCheck[]): HealthStatus {
  if (components.some(({ status }, index) => status === 'unhealthy' && checks[index]?.critical === true)) {
    return 'unhealthy';
  }
  return components.every(({ status }) => status === 'healthy') ? 'healthy' : 'degraded';
}

/**
 * Makes the health of a process: a report over all checks (each with its own time limit, measured) and
 * the phase of life. An ill critical part makes the whole `unhealthy`, any other ill part or an open
 * breaker only `degraded`. A check that throws counts as unhealthy; its error text is withheld.
 */
export function createHealth({ clock, breakers, version, checkTimeoutMs = 2_000 }: HealthOptions): Health {
  const checks: HealthCheck[] = [];
  const startedAt = clock().getTime();
  let phase: LifePhase = 'starting';
  let kept: { readonly at: number; readonly report: Promise<HealthReport> } | undefined;

  async function look(): Promise<HealthReport> {
    const current = [...checks];
    const components = await Promise.all(current.map((check) => runCheck(check, checkTimeoutMs)));
    const figures = breakers.all();
    const status = overall(components, current);
    const broken = figures.some(({ state }) => state !== 'closed');
    return {
      status: status === 'healthy' && broken ? 'degraded' : status,
      version,
      uptime_seconds: Math.max(0, Math.floor((clock().getTime() - startedAt) / 1_000)),
      components,
      breakers: figures.map((figure) => ({ ...figure })),
    };
  }

  return {
    add(more) {
      for (const check of more) {
        if (checks.some(({ name }) => name === check.name)) {
          throw new Error(`The health check ${check.name} exists already.`);
        }
        checks.push(check);
      }
      kept = undefined;
    },
    report() {
      const now = clock().getTime();
      if (kept === undefined || Math.abs(now - kept.at) >= keepMs) kept = { at: now, report: look() };
      return kept.report;
    },
    phase: () => phase,
    enter(next) {
      if (order.indexOf(next) > order.indexOf(phase)) phase = next;
    },
  };
}
