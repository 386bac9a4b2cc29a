import type { LevelPlan } from './planned-node.ts';
import type { PlanInput } from './planner.ts';

export function planLevel(
  level: 1 | 2 | 3,
  below: readonly PlanInput[],
  _present: readonly PlanInput[],
): LevelPlan {
  return {
    level,
    nodes: [],
    edges: [],
    settled: below.filter(({ pending }) => pending).map(({ id }) => id),
    obsolete: [],
  };
}
