import type { WorkingTime } from '../calendar/working-time.ts';
import type { Network } from '../network/network.ts';

/** Start and finish of each task on the axis of the network, and where each link pushes its successor's start. */
export interface Positions {
  readonly starts: Float64Array;
  readonly finishes: Float64Array;
  /** The start a task would have before time off is skipped. */
  readonly pushed: Float64Array;
  readonly bounds: Float64Array;
}

export function createPositions(network: Network): Positions {
  return {
    starts: new Float64Array(network.count),
    finishes: new Float64Array(network.count),
    pushed: new Float64Array(network.count),
    bounds: new Float64Array(network.links.from.length),
  };
}

/** The moment after some work; no work is the same moment. */
export function advance(time: WorkingTime | undefined, at: number, work: number): number {
  if (time === undefined || work === 0) return at + work;
  return time.earliest(time.workAt(at) + work);
}

/** The last moment from which some work still ends in time. */
export function retreat(time: WorkingTime | undefined, at: number, work: number): number {
  if (time === undefined || work === 0) return at - work;
  return time.latest(time.workAt(at) - work);
}

/** The earliest start of a task that its links allow, given the positions of the tasks before it. */
export function pushOf(network: Network, task: number, duration: number, into: Positions): number {
  const { firstIn, from, kind, lag, elapsed } = network.links;
  const time = network.times[task];
  let start = network.notEarlier[task] as number;
  const end = firstIn[task + 1] as number;
  for (let link = firstIn[task] as number; link < end; link += 1) {
    const before = from[link] as number;
    const type = kind[link] as number;
    const base = (type & 1) === 0 ? (into.finishes[before] as number) : (into.starts[before] as number);
    const delay = lag[link] as number;
    let bound = elapsed[link] === 1 ? base + delay : advance(time, base, delay);
    if (type >= 2) bound = retreat(time, bound, duration);
    into.bounds[link] = bound;
    if (bound > start) start = bound;
  }
  return start;
}

/** Writes the earliest positions of all tasks and answers the finish of the project. */
export function forwardPass(network: Network, durations: Float64Array, into: Positions): number {
  let finish = network.start;
  for (let task = 0; task < network.count; task += 1) {
    const duration = durations[task] as number;
    const time = network.times[task];
    const pushed = pushOf(network, task, duration, into);
    const start = time === undefined || duration === 0 ? pushed : time.latest(time.workAt(pushed));
    const end = advance(time, start, duration);
    into.pushed[task] = pushed;
    into.starts[task] = start;
    into.finishes[task] = end;
    if (end > finish) finish = end;
  }
  return finish;
}

/** Writes the latest positions that keep the finish of the project and the deadlines. */
export function backwardPass(
  network: Network,
  durations: Float64Array,
  finish: number,
  into: Positions,
): void {
  const { firstOut, byFrom, to, kind, lag, elapsed } = network.links;
  for (let task = network.count - 1; task >= 0; task -= 1) {
    const duration = durations[task] as number;
    const time = network.times[task];
    let latest = Math.min(finish, network.deadlines[task] as number);
    const end = firstOut[task + 1] as number;
    for (let at = firstOut[task] as number; at < end; at += 1) {
      const link = byFrom[at] as number;
      const after = to[link] as number;
      const type = kind[link] as number;
      const base = type < 2 ? (into.starts[after] as number) : (into.finishes[after] as number);
      const delay = lag[link] as number;
      let bound = elapsed[link] === 1 ? base - delay : retreat(network.times[after], base, delay);
      if ((type & 1) === 1) bound = finishAfter(time, bound, duration);
      if (bound < latest) latest = bound;
    }
    into.finishes[task] = latest;
    into.starts[task] = retreat(time, latest, duration);
  }
}

/** The latest finish of a task that may start at a moment. */
function finishAfter(time: WorkingTime | undefined, start: number, work: number): number {
  if (time === undefined || work === 0) return start + work;
  return time.latest(time.workAt(start) + work);
}
