import type { Network } from '../network/network.ts';
import type { DrivingPath } from '../schedule/critical.ts';

/**
 * How much the duration of each task on a driving path moves its end: 1 where the work itself is waited for, 0 where only
 * a start is (SS) or where the finish is pushed from outside (FF, SF), −1 where a pushed finish decides a start.
 */
export function contributions(network: Network, path: DrivingPath): readonly number[] {
  const result = new Array<number>(path.tasks.length).fill(0);
  let needed: 'start' | 'finish' = 'finish';
  for (let at = path.tasks.length - 1; at >= 0; at -= 1) {
    const link = at === 0 ? undefined : path.links[at - 1];
    const kind = link === undefined ? 0 : (network.links.kind[link] as number);
    if (kind < 2) result[at] = needed === 'finish' ? 1 : 0;
    else result[at] = needed === 'finish' ? 0 : -1;
    needed = (kind & 1) === 0 ? 'finish' : 'start';
  }
  return result;
}
