import { done, failed, fault, type Result } from '../fault.ts';
import type { Network } from '../network/network.ts';
import { advance, createPositions, pushOf } from '../schedule/passes.ts';
import type { Placement } from '../schedule/placement.ts';
import { createHeap } from './heap.ts';
import { createProfile, type Profile } from './profile.ts';

/** Which of the free tasks goes first: the one with the least latest start, or latest finish. */
export type LevellingRule = 'min_lst' | 'min_lft';

export interface Levelled {
  readonly starts: Float64Array;
  readonly finishes: Float64Array;
  readonly finish: number;
}

function overCapacity(network: Network, capacities: ReadonlyMap<string, number>): readonly string[] {
  return network.tasks.flatMap(({ id, assignments }) =>
    assignments.some(({ resource, units }) => units > (capacities.get(resource) ?? 0)) ? [id] : [],
  );
}

/**
 * Serial schedule generation: tasks one by one in the order of the rule, each at the first time after its predecessors
 * when all its resources have room. A task holds its resources from start to finish, time off included.
 */
export function levelPlacement(placement: Placement, rule: 'none' | LevellingRule): Result<Levelled> {
  const { network, durations, early, late, finish } = placement;
  if (rule === 'none') return done({ starts: early.starts, finishes: early.finishes, finish });
  const capacities = new Map(network.plan.resources.map(({ id, capacity }) => [id, capacity]));
  const impossible = overCapacity(network, capacities);
  if (impossible.length > 0) {
    return failed(
      ...impossible.map((id) =>
        fault(
          'over_capacity',
          `/tasks/${network.plan.tasks.findIndex((task) => task.id === id)}`,
          `Задаче «${id}» нужно больше ресурса, чем есть: выровнять нельзя.`,
          `Task "${id}" needs more of a resource than there is: it cannot be levelled.`,
        ),
      ),
    );
  }
  const rank = rule === 'min_lst' ? late.starts : late.finishes;
  const free = createHeap((left, right) => {
    const difference = (rank[left] as number) - (rank[right] as number);
    return difference === 0 ? left < right : difference < 0;
  });
  const { firstIn, firstOut, byFrom, to } = network.links;
  const waiting = Int32Array.from(
    network.tasks,
    (_, task) => (firstIn[task + 1] ?? 0) - (firstIn[task] ?? 0),
  );
  for (const [task, count] of waiting.entries()) if (count === 0) free.push(task);
  const profiles = new Map<string, Profile>();
  const into = createPositions(network);
  let end = network.start;
  for (let task = free.pop(); task !== undefined; task = free.pop()) {
    placeTask(network, task, durations[task] as number, capacities, profiles, into);
    end = Math.max(end, into.finishes[task] as number);
    for (let at = firstOut[task] as number; at < (firstOut[task + 1] as number); at += 1) {
      const after = to[byFrom[at] as number] as number;
      waiting[after] = (waiting[after] as number) - 1;
      if (waiting[after] === 0) free.push(after);
    }
  }
  if (end > network.limit) {
    return failed(
      fault(
        'too_far',
        '/',
        'Выровненный план не помещается в сто лет.',
        'The levelled plan takes over a hundred years.',
      ),
    );
  }
  return done({ starts: into.starts, finishes: into.finishes, finish: end });
}

function placeTask(
  network: Network,
  task: number,
  duration: number,
  capacities: ReadonlyMap<string, number>,
  profiles: Map<string, Profile>,
  into: ReturnType<typeof createPositions>,
): void {
  const time = network.times[task];
  const skip = (at: number): number =>
    time === undefined || duration === 0 ? at : time.latest(time.workAt(at));
  const finishOf = (at: number): number => advance(time, skip(at), duration);
  const needs = (network.tasks[task]?.assignments ?? []).filter(({ units }) => units > 0 && duration > 0);
  let start = skip(pushOf(network, task, duration, into));
  for (let moved = true; moved; ) {
    moved = false;
    for (const { resource, units } of needs) {
      const profile = profiles.get(resource) ?? createProfile();
      profiles.set(resource, profile);
      const fit = skip(profile.earliestFit(start, finishOf, units, capacities.get(resource) ?? 0));
      moved ||= fit > start;
      start = Math.max(start, fit);
    }
  }
  into.starts[task] = start;
  into.finishes[task] = finishOf(start);
  for (const { resource, units } of needs) {
    profiles.get(resource)?.take(start, into.finishes[task] as number, units);
  }
}
