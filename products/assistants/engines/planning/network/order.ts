import type { Task } from '../plan.ts';

/** Indices of tasks, each after those it depends on; among the free ones the order of the plan. Wants no circle. */
export function topologicalOrder(tasks: readonly Task[]): readonly number[] {
  const at = new Map(tasks.map(({ id }, index) => [id, index]));
  const after: number[][] = tasks.map(() => []);
  const waiting = tasks.map(({ links }) => links.length);
  for (const [to, { links }] of tasks.entries()) {
    for (const { from } of links) after[at.get(from) ?? -1]?.push(to);
  }
  const order = [...tasks.keys()].filter((index) => waiting[index] === 0);
  for (const index of order) {
    for (const to of after[index] ?? []) {
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) order.push(to);
    }
  }
  return order;
}
