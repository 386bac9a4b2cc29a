import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '#base/time';
import { createCircuitBreaker } from './circuit-breaker.ts';
import type { BreakerState, Breakers, CircuitBreaker } from './types.ts';

const gaugeValue: Readonly<Record<BreakerState, number>> = { closed: 0, open: 1, half_open: 2 };

/**
 * Makes the register of this process's breakers. With a metrics registry it also shows
 * `circuit_breaker_state{service}` (0 closed, 1 open, 2 half-open), read at each scrape.
 * Options count when a name is first used; later ones are ignored.
 */
export function createBreakers({
  clock,
  metrics,
}: {
  readonly clock: Clock;
  readonly metrics?: Registry;
}): Breakers {
  const breakers = new Map<string, CircuitBreaker>();
  const all = () => Array.from(breakers.values(), (breaker) => breaker.getState());

  if (metrics !== undefined) {
    const gauge = new Gauge({
      name: 'circuit_breaker_state',
      help: 'State of the circuit breaker around an outside dependency: 0 closed, 1 open, 2 half-open.',
      labelNames: ['service'],
      registers: [metrics],
      // Computed here, because an open breaker becomes half-open by the passing of time alone.
      collect() {
        for (const { name, state } of all()) gauge.set({ service: name }, gaugeValue[state]);
      },
    });
  }

  return {
    breaker(name, options = {}) {
      const known = breakers.get(name);
      if (known !== undefined) return known;
      const made = createCircuitBreaker(name, options, clock);
      breakers.set(name, made);
      return made;
    },
    all,
  };
}
