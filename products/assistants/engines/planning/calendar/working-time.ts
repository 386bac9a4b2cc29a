import { dayMinutes } from '../moment.rules.ts';
import type { Horizon, Spans } from './spans.ts';

/**
 * A calendar as two functions between moments and working minutes, each in constant time. Working minutes count from
 * the beginning of the horizon. A moment in time off has the work of the working time before it, so one amount of work
 * answers to a range of moments: the earliest ends work, the latest begins the next.
 */
export interface WorkingTime {
  workAt(moment: number): number;
  earliest(work: number): number;
  latest(work: number): number;
}

/** Sums of fractions miss the end of a span by less than this. */
const tolerance = 1e-6;
/** Working minutes to one entry of the index from work to span. */
const bucket = 480;

/** Beyond the horizon time goes on without time off, so that nothing ever fails there. */
export function createWorkingTime(spans: Spans, horizon: Horizon): WorkingTime {
  const count = spans.length / 2;
  const begins = Float64Array.from({ length: count }, (_, at) => spans[2 * at] ?? 0);
  const ends = Float64Array.from({ length: count }, (_, at) => spans[2 * at + 1] ?? 0);
  /** Work done at the end of each span. */
  const totals = new Float64Array(count);
  let total = 0;
  for (let at = 0; at < count; at += 1) {
    total += (ends[at] ?? 0) - (begins[at] ?? 0);
    totals[at] = total;
  }
  const origin = horizon.firstDay * dayMinutes;
  const limit = (horizon.lastDay + 1) * dayMinutes;
  const spanOfDay = indexOf(ends, horizon.lastDay - horizon.firstDay + 1, origin, dayMinutes);
  const spanOfWork = indexOf(totals, Math.floor(total / bucket) + 1, 0, bucket);

  return {
    workAt(moment) {
      if (moment <= origin) return moment - origin;
      if (moment >= limit) return total + moment - limit;
      let at = spanOfDay[Math.floor((moment - origin) / dayMinutes)] ?? 0;
      while (at < count && (ends[at] ?? 0) <= moment) at += 1;
      if (at === count) return total;
      const begin = begins[at] ?? 0;
      const end = ends[at] ?? 0;
      const before = (totals[at] ?? 0) - (end - begin);
      return moment > begin ? before + moment - begin : before;
    },
    earliest(work) {
      if (work <= 0) return origin + work;
      if (work > total + tolerance) return limit + work - total;
      let at = spanOfWork[Math.floor(work / bucket)] ?? 0;
      while (at > 0 && (totals[at - 1] ?? 0) >= work - tolerance) at -= 1;
      while (at < count - 1 && (totals[at] ?? 0) < work - tolerance) at += 1;
      return Math.min(ends[at] ?? origin, (ends[at] ?? origin) - ((totals[at] ?? 0) - work));
    },
    latest(work) {
      if (work < 0) return origin + work;
      let at = spanOfWork[Math.floor(work / bucket)] ?? count;
      while (at < count && (totals[at] ?? 0) <= work + tolerance) at += 1;
      if (at >= count) return limit + Math.max(0, work - total);
      return Math.max(begins[at] ?? origin, (ends[at] ?? origin) - ((totals[at] ?? 0) - work));
    },
  };
}

/** For each step the first span that ends after the step begins. */
function indexOf(ends: Float64Array, steps: number, from: number, step: number): Int32Array {
  const index = new Int32Array(steps);
  let at = 0;
  for (let position = 0; position < steps; position += 1) {
    while (at < ends.length && (ends[at] ?? 0) <= from + position * step) at += 1;
    index[position] = at;
  }
  return index;
}
