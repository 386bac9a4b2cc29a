import type { Simulation } from '../../../contract/index.ts';

export const certainties = ['p10', 'p50', 'p80', 'p90', 'p95'] as const;

export const certaintyName = (certainty: (typeof certainties)[number]): string => certainty.toUpperCase();

/** The moment at which so many working hours are over: of the bin they fall into. */
export function momentAt(bins: Simulation['finish_histogram'], hours: number): string {
  const bin = bins.findLast(({ from }) => from <= hours) ?? bins[0];
  if (bin === undefined) return '';
  return hours >= bin.to ? bin.to_date : bin.from_date;
}
