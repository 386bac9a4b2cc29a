import type { Simulation } from './simulation.ts';
import { percentile, percentileInterval, round } from './statistics.rules.ts';

/** The interval of P80 may be so wide, as a share of P80. */
const narrow = 0.02;

/** Whether there were enough runs; `hours` ascend. */
export function convergenceOf(hours: ArrayLike<number>, deviation: number): Simulation['convergence'] {
  const [low, high] = percentileInterval(hours, 0.8);
  const p80 = percentile(hours, 0.8);
  const width = p80 > 0 ? (high - low) / p80 : 0;
  const settled = width <= narrow;
  const percent = round(width * 100, 2);
  return {
    standardErrorHours: round(deviation / Math.sqrt(Math.max(1, hours.length))),
    p80Between: [round(low), round(high)],
    settled,
    note: settled
      ? {
          ru: `Прогонов достаточно: интервал P80 — ${percent} % от значения.`,
          en: `There were enough runs: P80 is known to ${percent} % of its value.`,
        }
      : {
          ru: `Прогонов мало: интервал P80 — ${percent} % от значения. Увеличьте их число.`,
          en: `Too few runs: P80 is known only to ${percent} % of its value. Play more.`,
        },
  };
}
