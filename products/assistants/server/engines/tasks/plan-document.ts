import type {
  Calendar,
  DaySpan,
  Link,
  Plan,
  PlanFile,
  RiskEvent,
  Task,
  ThreePoints,
} from '#products/assistants/engines/planning';

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const clock = (minutes: number): string =>
  `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
const hoursOf = (spans: readonly DaySpan[]): string[] =>
  spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`);

function pointsOf(points: ThreePoints): number | ThreePoints {
  const { optimistic, likely, pessimistic } = points;
  return optimistic === likely && likely === pessimistic ? likely : points;
}

function calendarOf({ id, name, week, exceptions }: Calendar): NonNullable<PlanFile['calendars']>[number] {
  return {
    id,
    name,
    week: week.map(hoursOf),
    exceptions: exceptions.map(({ from, to, hours, name: reason }) => ({
      from,
      to,
      hours: hoursOf(hours),
      ...(reason === undefined ? {} : { name: reason }),
    })),
  };
}

function linkOf({ from, type, lag, lagUnit, elapsed }: Link) {
  return { from, type, lag, lag_unit: lagUnit, ...(elapsed === true ? { elapsed } : {}) };
}

/** Only the fields that have a value. */
function given<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>;
  };
}

function taskOf(task: Task): PlanFile['tasks'][number] {
  return {
    id: task.id,
    name: task.name,
    duration: pointsOf(task.duration),
    unit: task.unit,
    predecessors: task.links.map(linkOf),
    assignments: task.assignments.map(({ resource, units }) => ({ resource, units })),
    ...given({
      distribution: task.distribution,
      calendar: task.calendar,
      fixed_cost: task.fixedCost,
      start_no_earlier_than: task.startNoEarlierThan,
      must_finish_by: task.mustFinishBy,
      group: task.group,
      percent_complete: task.progress?.percentComplete,
      actual_cost: task.progress?.actualCost,
    }),
  };
}

function riskOf({ id, name, probability, impact, unit, tasks, distribution, cost }: RiskEvent) {
  return {
    id,
    name,
    probability,
    impact: pointsOf(impact),
    unit,
    tasks: [...tasks],
    ...given({ distribution, cost: cost === undefined ? undefined : pointsOf(cost) }),
  };
}

/** A plan in its JSON form: reading it back gives the same plan. */
export function planDocumentOf(plan: Plan): PlanFile {
  return {
    name: plan.name,
    start: plan.start,
    currency: plan.currency,
    hours_per_day: plan.hoursPerDay,
    calendars: plan.calendars.map(calendarOf),
    resources: plan.resources.map(({ id, name, capacity, rate, calendar }) => ({
      id,
      name,
      capacity,
      rate,
      ...given({ calendar }),
    })),
    tasks: plan.tasks.map(taskOf),
    risks: plan.risks.map(riskOf),
    ...given({ calendar: plan.calendar }),
  };
}
