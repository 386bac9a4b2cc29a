import type { PlanFile } from '#products/assistants/engines/planning';

export interface Labour {
  /** Money by the id of a task. */
  readonly tasks: ReadonlyMap<string, number>;
  /** By the id of a resource. */
  readonly resources: ReadonlyMap<string, { readonly hours: number; readonly money: number }>;
}

/** Labour as the schedule reckons it: working hours of a task × units × rate. */
export function labourOf(
  plan: PlanFile,
  scheduled: readonly { readonly id: string; readonly duration_hours: number }[],
): Labour {
  const rates = new Map((plan.resources ?? []).map(({ id, rate = 0 }) => [id, rate]));
  const lengths = new Map(scheduled.map(({ id, duration_hours: hours }) => [id, hours]));
  const tasks = new Map<string, number>();
  const resources = new Map<string, { hours: number; money: number }>();
  for (const { id, assignments = [] } of plan.tasks) {
    let sum = 0;
    for (const { resource, units = 1 } of assignments) {
      const hours = units * (lengths.get(id) ?? 0);
      const money = hours * (rates.get(resource) ?? 0);
      const before = resources.get(resource) ?? { hours: 0, money: 0 };
      resources.set(resource, { hours: before.hours + hours, money: before.money + money });
      sum += money;
    }
    tasks.set(id, sum);
  }
  return { tasks, resources };
}
