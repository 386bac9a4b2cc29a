import { costRates } from '../cost/cost.rules.ts';
import { minutesOf } from '../network/horizon.ts';
import type { Network } from '../network/network.ts';
import { markDriving } from '../schedule/critical.ts';
import { createPositions, forwardPass } from '../schedule/passes.ts';
import { durationsOf } from '../schedule/placement.ts';
import { createRiskEvents } from './events.ts';
import { createRandom } from './random.ts';
import { createDraw } from './samplers.ts';

/** What all runs left behind. Durations and finishes are sums of differences from the expected, which keeps digits. */
export interface Runs {
  /** Positions of the finish and costs, in the order of runs. */
  readonly finishes: Float64Array;
  readonly costs: Float64Array;
  readonly critical: Float64Array;
  readonly onTime: Float64Array;
  readonly expected: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  /** Of duration × finish. */
  readonly products: Float64Array;
  readonly expectedFinish: number;
  readonly happened: Float64Array;
}

/** Plays the project so many times. All memory is taken before the first run. */
export function playRuns(network: Network, runs: number, seed: number, correlation: number): Runs {
  const { count, tasks, plan } = network;
  const draw = createDraw(
    tasks.map(({ duration, distribution }) => ({ points: duration, distribution })),
    createRandom(seed),
    correlation,
  );
  // Risks have their own luck: adding one leaves the durations as they were.
  const events = createRiskEvents(network, createRandom(seed ^ 0x5bd1e995));
  const minutes = Float64Array.from(tasks, ({ unit }) => minutesOf(1, unit, plan.hoursPerDay));
  const { perMinute, fixed } = costRates(network);
  const fixedTotal = fixed.reduce((sum, value) => sum + value, 0);
  const early = createPositions(network);
  const durations = new Float64Array(count);
  const drives = new Uint8Array(count);
  const expected = durationsOf(network, 'mean');
  const expectedFinish = forwardPass(network, expected, early);
  const result: Runs = {
    finishes: new Float64Array(runs),
    costs: new Float64Array(runs),
    critical: new Float64Array(count),
    onTime: new Float64Array(count),
    expected,
    sums: new Float64Array(count),
    squares: new Float64Array(count),
    products: new Float64Array(count),
    expectedFinish,
    happened: events.happened,
  };
  const { critical, onTime, sums, squares, products } = result;
  for (let run = 0; run < runs; run += 1) {
    draw(durations);
    for (let task = 0; task < count; task += 1) {
      durations[task] = (durations[task] as number) * (minutes[task] as number);
    }
    let cost = fixedTotal + events.happen(durations);
    const finish = forwardPass(network, durations, early);
    markDriving(network, early, finish, drives);
    const late = finish - expectedFinish;
    for (let task = 0; task < count; task += 1) {
      const duration = durations[task] as number;
      const off = duration - (expected[task] as number);
      cost += duration * (perMinute[task] as number);
      critical[task] = (critical[task] as number) + (drives[task] as number);
      sums[task] = (sums[task] as number) + off;
      squares[task] = (squares[task] as number) + off * off;
      products[task] = (products[task] as number) + off * late;
      if ((early.finishes[task] as number) <= (network.deadlines[task] as number)) {
        onTime[task] = (onTime[task] as number) + 1;
      }
    }
    result.finishes[run] = finish;
    result.costs[run] = cost;
  }
  return result;
}
