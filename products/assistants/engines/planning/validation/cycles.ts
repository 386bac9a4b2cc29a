import type { Plan } from '../plan.ts';
import { components } from './components.ts';

/**
 * Circles among the links, one for each group of tasks that wait for one another, as the ids along it in the order of
 * work, the first repeated at the end. Linear in tasks and links.
 */
export function findCycles(plan: Plan): readonly (readonly string[])[] {
  const at = new Map(plan.tasks.map(({ id }, index) => [id, index]));
  const before = plan.tasks.map(({ links }, index) =>
    links.map(({ from }) => at.get(from) ?? index).filter((from) => from !== index),
  );
  return components(before)
    .filter((group) => group.length > 1)
    .map((group) => {
      const inside = new Set(group);
      const walk: number[] = [];
      const places = new Map<number, number>();
      let current = Math.min(...group.slice(0, 1_000));
      while (!places.has(current)) {
        places.set(current, walk.length);
        walk.push(current);
        current = before[current]?.find((from) => inside.has(from)) ?? current;
      }
      const circle = walk.slice(places.get(current)).toReversed();
      return [...circle, ...circle.slice(0, 1)].map((index) => plan.tasks[index]?.id ?? '');
    })
    .toSorted((left, right) => (at.get(left[0] ?? '') ?? 0) - (at.get(right[0] ?? '') ?? 0));
}
