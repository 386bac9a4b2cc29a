import type { Network } from '../network/network.ts';
import type { Positions } from './passes.ts';

/** Minutes of work that rounding may cost. */
export const closeEnough = 1e-4;

/** The link decides the start of its successor. */
function pushes({ links }: Network, early: Positions, link: number): boolean {
  const after = links.to[link] as number;
  return (early.bounds[link] as number) >= (early.pushed[after] as number) - closeEnough;
}

/** Marks the tasks that a driving chain connects with the finish of the project. */
export function markDriving(network: Network, early: Positions, finish: number, into: Uint8Array): void {
  const { firstOut, byFrom, to } = network.links;
  for (let task = network.count - 1; task >= 0; task -= 1) {
    let drives = (early.finishes[task] as number) >= finish - closeEnough ? 1 : 0;
    const end = firstOut[task + 1] as number;
    for (let at = firstOut[task] as number; drives === 0 && at < end; at += 1) {
      const link = byFrom[at] as number;
      const after = to[link] as number;
      if (into[after] === 1 && pushes(network, early, link)) drives = 1;
    }
    into[task] = drives;
  }
}

function drivingLinks(network: Network, early: Positions, task: number): readonly number[] {
  const { firstIn } = network.links;
  const found: number[] = [];
  for (let link = firstIn[task] as number; link < (firstIn[task + 1] as number); link += 1) {
    if (pushes(network, early, link)) found.push(link);
  }
  return found;
}

/** One link of a path walked backwards: `next` is what comes after in time. */
interface Walk {
  readonly task: number;
  readonly linkToNext?: number;
  readonly next?: Walk;
}

/** A chain of tasks in the order of time; `links[i]` leads from `tasks[i]` to `tasks[i + 1]`. */
export interface DrivingPath {
  readonly tasks: readonly number[];
  readonly links: readonly number[];
}

function unroll(walk: Walk): DrivingPath {
  const tasks: number[] = [];
  const links: number[] = [];
  for (let step: Walk | undefined = walk; step !== undefined; step = step.next) {
    tasks.push(step.task);
    if (step.linkToNext !== undefined) links.push(step.linkToNext);
  }
  return { tasks, links };
}

/** Driving chains that end with one of the given tasks, at most so many. */
export function drivingPaths(
  network: Network,
  early: Positions,
  ends: readonly number[],
  most: number,
): readonly DrivingPath[] {
  const paths: DrivingPath[] = [];
  const open: Walk[] = ends.toReversed().map((task) => ({ task }));
  for (let walk = open.pop(); walk !== undefined && paths.length < most; walk = open.pop()) {
    const driving = drivingLinks(network, early, walk.task);
    if (driving.length === 0) paths.push(unroll(walk));
    for (const link of driving.toReversed()) {
      open.push({ task: network.links.from[link] as number, linkToNext: link, next: walk });
    }
  }
  return paths;
}

/** Tasks that finish last and push no other that does. */
export function lastTasks(network: Network, early: Positions, finish: number): readonly number[] {
  const { firstOut, byFrom, to } = network.links;
  const isLast = (task: number): boolean => (early.finishes[task] as number) >= finish - closeEnough;
  return network.inPlanOrder.filter((task) => {
    const out = byFrom.subarray(firstOut[task], firstOut[task + 1]);
    return isLast(task) && !out.some((link) => isLast(to[link] as number) && pushes(network, early, link));
  });
}
