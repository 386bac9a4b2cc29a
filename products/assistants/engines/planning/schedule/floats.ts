import type { Network } from '../network/network.ts';
import { type Positions, retreat } from './passes.ts';

/** Working minutes of a task's own calendar between two positions. */
export function workBetween(network: Network, task: number, from: number, to: number): number {
  const time = network.times[task];
  return time === undefined ? to - from : time.workAt(to) - time.workAt(from);
}

export function totalFloat(network: Network, task: number, early: Positions, late: Positions): number {
  return workBetween(network, task, early.starts[task] as number, late.starts[task] as number);
}

/** How far a task may slip without moving any other, in working minutes; never more than its total float. */
export function freeFloat(network: Network, task: number, early: Positions, finish: number): number {
  const { firstOut, byFrom, to, kind, lag, elapsed } = network.links;
  let least = workBetween(network, task, early.finishes[task] as number, finish);
  for (let at = firstOut[task] as number; at < (firstOut[task + 1] as number); at += 1) {
    const link = byFrom[at] as number;
    const after = to[link] as number;
    const type = kind[link] as number;
    const base = (type < 2 ? early.starts[after] : early.finishes[after]) as number;
    const delay = lag[link] as number;
    const allowed = elapsed[link] === 1 ? base - delay : retreat(network.times[after], base, delay);
    const own = ((type & 1) === 0 ? early.finishes[task] : early.starts[task]) as number;
    least = Math.min(least, workBetween(network, task, own, allowed));
  }
  return least;
}
