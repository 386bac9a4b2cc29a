import type { Plan, Task } from '../plan.ts';
import { minutesOf } from './horizon.ts';
import { linkKinds, type NetworkLinks } from './network.ts';

/** Lays links out by successor, with an index by predecessor. */
export function compileLinks(
  plan: Plan,
  tasks: readonly Task[],
  positions: ReadonlyMap<string, number>,
): NetworkLinks {
  const all = tasks.flatMap(({ links }, to) => links.map((link) => ({ ...link, to })));
  const firstIn = new Int32Array(tasks.length + 1);
  const firstOut = new Int32Array(tasks.length + 1);
  const from = Int32Array.from(all, (link) => positions.get(link.from) ?? 0);
  const to = Int32Array.from(all, (link) => link.to);
  for (const [at, source] of from.entries()) {
    firstIn[(to[at] ?? 0) + 1] = (firstIn[(to[at] ?? 0) + 1] ?? 0) + 1;
    firstOut[source + 1] = (firstOut[source + 1] ?? 0) + 1;
  }
  for (let at = 0; at < tasks.length; at += 1) {
    firstIn[at + 1] = (firstIn[at + 1] ?? 0) + (firstIn[at] ?? 0);
    firstOut[at + 1] = (firstOut[at + 1] ?? 0) + (firstOut[at] ?? 0);
  }
  const next = firstOut.slice();
  const byFrom = new Int32Array(all.length);
  for (const [at, source] of from.entries()) {
    const place = next[source] ?? 0;
    byFrom[place] = at;
    next[source] = place + 1;
  }
  return {
    firstIn,
    from,
    to,
    firstOut,
    byFrom,
    kind: Uint8Array.from(all, ({ type }) => linkKinds[type]),
    lag: Float64Array.from(all, ({ lag, lagUnit, elapsed }) =>
      minutesOf(lag, lagUnit, elapsed === true ? 24 : plan.hoursPerDay),
    ),
    elapsed: Uint8Array.from(all, ({ lag, elapsed }) => (elapsed === true && lag !== 0 ? 1 : 0)),
  };
}
