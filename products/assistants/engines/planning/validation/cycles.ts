import type { Plan } from '../plan.ts';

/**
 * Circles among the links, each as the ids along it in the order of work, the first repeated at the end. Every task that
 * cannot be ordered lies in or behind one of them. Linear in tasks and links.
 */
export function findCycles(plan: Plan): readonly (readonly string[])[] {
  const at = new Map(plan.tasks.map(({ id }, index) => [id, index]));
  const before = plan.tasks.map(({ links }, index) =>
    links.map(({ from }) => at.get(from)).filter((from) => from !== undefined && from !== index),
  );
  const after: number[][] = plan.tasks.map(() => []);
  for (const [to, all] of before.entries()) for (const from of all) after[from ?? -1]?.push(to);
  const waiting = before.map((all) => all.length);
  const ready = [...waiting.keys()].filter((index) => waiting[index] === 0);
  for (const index of ready) {
    for (const to of after[index] ?? []) {
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) ready.push(to);
    }
  }
  const stuck = new Set(waiting.keys());
  for (const index of ready) stuck.delete(index);

  const walkOf = new Map<number, number>();
  const cycles: (readonly string[])[] = [];
  for (const start of stuck) {
    const walk: number[] = [];
    let current: number | undefined = start;
    while (current !== undefined && !walkOf.has(current)) {
      walkOf.set(current, start);
      walk.push(current);
      current = before[current]?.find((from) => from !== undefined && stuck.has(from));
    }
    if (current === undefined || walkOf.get(current) !== start) continue;
    const circle = walk.slice(walk.indexOf(current)).toReversed();
    cycles.push([...circle, ...circle.slice(0, 1)].map((index) => plan.tasks[index]?.id ?? ''));
  }
  return cycles;
}
