import { Refusal, type RefusalKind } from '#base/refusal';
import { type Clock, minute, second } from '#base/time';
import {
  afterFailure,
  afterSuccess,
  atTime,
  type Circuit,
  type CircuitRules,
  closedCircuit,
} from './circuit-breaker.rules.ts';
import { CircuitOpenError } from './circuit-open-error.ts';
import type { BreakerOptions, CircuitBreaker } from './types.ts';

const deliberate: ReadonlySet<RefusalKind> = new Set(['invalid', 'not_found', 'conflict', 'forbidden']);

function countsByDefault(error: unknown): boolean {
  return !(error instanceof Refusal && deliberate.has(error.kind));
}

/**
 * Makes a breaker: five counted failures open it (a success takes one away), 60 s after the last failure trials
 * are let through, two successes close it and any failure opens it again. While open, `execute` throws
 * `CircuitOpenError` without calling the work.
 *
 * An error that does not count (`isFailure` says no) is an answer of a living dependency: it counts as a success.
 * Calls at the same time: half-open lets all of them through; each result is applied to the state it arrives in,
 * unless the breaker opened since that call began: such a late success changes nothing, a late failure
 * prolongs the wait.
 * A call that began before the breaker opened and ends in half-open or after it closed again is ignored too,
 * because it tells of the past.
 */
export function createCircuitBreaker(name: string, options: BreakerOptions, clock: Clock): CircuitBreaker {
  const rules: CircuitRules = {
    failureThreshold: options.failureThreshold ?? 5,
    timeoutMs: options.timeoutMs ?? minute,
    successThreshold: options.successThreshold ?? 2,
  };
  const counts = options.isFailure ?? countsByDefault;
  let circuit: Circuit = closedCircuit;
  // Grows with each opening, so that results of calls from before it can be told apart.
  let openings = 0;

  const now = (): number => clock().getTime();
  const look = (): Circuit => {
    circuit = atTime(circuit, now(), rules);
    return circuit;
  };

  const succeed = (era: number): void => {
    if (era === openings) circuit = afterSuccess(look(), rules);
  };
  const fail = (era: number): void => {
    const before = look();
    if (era !== openings && before.kind !== 'open') return;
    circuit = afterFailure(before, now(), rules);
    if (before.kind !== 'open' && circuit.kind === 'open') openings += 1;
  };

  return {
    name,
    async execute(work) {
      const present = look();
      if (present.kind === 'open') {
        const wait = present.lastFailureAt + rules.timeoutMs - now();
        throw new CircuitOpenError(name, Math.max(1, Math.ceil(wait / second)));
      }
      const era = openings;
      try {
        const result = await work();
        succeed(era);
        return result;
      } catch (error) {
        if (counts(error)) fail(era);
        else succeed(era);
        throw error;
      }
    },
    getState() {
      const present = look();
      return {
        name,
        state: present.kind,
        failure_count: present.failures,
        success_count: present.kind === 'half_open' ? present.successes : 0,
      };
    },
  };
}
