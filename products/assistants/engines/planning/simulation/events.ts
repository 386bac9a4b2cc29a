import { minutesOf } from '../network/horizon.ts';
import type { Network } from '../network/network.ts';
import type { Random } from './random.ts';
import { createDraw } from './samplers.ts';

/** Risk events of a plan in the runs of a simulation. */
export interface RiskEvents {
  /** Decides what happens in one run, delays the tasks and answers the extra money. */
  happen(durations: Float64Array): number;
  /** Runs in which each risk happened. */
  readonly happened: Float64Array;
}

const nothing = { optimistic: 0, likely: 0, pessimistic: 0 };

/** Every run draws the same amount of numbers, so that one more risk does not change the luck of the others. */
export function createRiskEvents(network: Network, random: Random): RiskEvents {
  const { risks, hoursPerDay } = network.plan;
  const happened = new Float64Array(risks.length);
  const delays = new Float64Array(risks.length);
  const costs = new Float64Array(risks.length);
  const drawDelays = createDraw(
    risks.map(({ impact, distribution }) => ({ points: impact, distribution })),
    random,
  );
  const drawCosts = createDraw(
    risks.map(({ cost }) => ({ points: cost ?? nothing })),
    random,
  );
  const minutes = Float64Array.from(risks, ({ unit }) => minutesOf(1, unit, hoursPerDay));
  const hit = risks.map(({ tasks }) =>
    Int32Array.from(new Set(tasks), (id) => network.positions.get(id) ?? 0),
  );
  return {
    happened,
    happen(durations) {
      if (risks.length === 0) return 0;
      drawDelays(delays);
      drawCosts(costs);
      let money = 0;
      for (let risk = 0; risk < risks.length; risk += 1) {
        if (random() >= (risks[risk]?.probability ?? 0)) continue;
        happened[risk] = (happened[risk] as number) + 1;
        money += costs[risk] as number;
        const delay = (delays[risk] as number) * (minutes[risk] as number);
        for (const task of hit[risk] ?? []) {
          durations[task] = Math.max(0, (durations[task] as number) + delay);
        }
      }
      return money;
    },
  };
}
