import type { Schedule, Simulation, ThroughputForecast } from '#products/assistants/engines/planning';

/** A value with names in snake_case, as JSON. */
export function wireJson(value: unknown): string {
  const wire = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(wire);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, each]) => [
        name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        wire(each),
      ]),
    );
  };
  return JSON.stringify(wire(value), null, 2);
}

export function scheduleLines(schedule: Schedule, currency: string): readonly string[] {
  const { levelling } = schedule;
  return [
    `${schedule.start} … ${schedule.finish}, ${schedule.durationHours} working hours, ${schedule.cost.total} ${currency}`,
    ...schedule.criticalPaths.map((path) => `critical: ${path.join(' → ')}`),
    ...(levelling === undefined
      ? []
      : [
          `levelling (${levelling.rule}) moved the finish by ${levelling.delayHours} h from ${levelling.finishBefore}`,
        ]),
    '',
    ...schedule.tasks.map(
      ({ id, name, start, finish, totalFloatHours, critical, late }) =>
        `${critical ? '*' : ' '} ${id}  ${start}  ${finish}  float ${totalFloatHours} h  ${name}${late ? '  LATE' : ''}`,
    ),
  ];
}

export function simulationLines(simulation: Simulation, currency: string): readonly string[] {
  const { finish, hours, cost, planned } = simulation;
  const names = ['p10', 'p50', 'p80', 'p90', 'p95'] as const;
  const deciding = simulation.tasks
    .filter(({ criticality }) => criticality > 0)
    .toSorted((left, right) => right.criticality - left.criticality)
    .slice(0, 10);
  return [
    `${simulation.runs} runs, seed ${simulation.seed}`,
    `planned  ${planned.finish}  ${planned.cost} ${currency}  kept in ${planned.kept * 100} % of runs`,
    ...names.map(
      (name) => `${name.toUpperCase()}  ${finish[name]}  ${hours[name]} h  ${cost[name]} ${currency}`,
    ),
    simulation.convergence.note.en,
    '',
    ...deciding.map(
      ({ id, criticality, cruciality, sensitivity }) =>
        `${id}  criticality ${criticality}  cruciality ${cruciality}  sensitivity ${sensitivity}`,
    ),
  ];
}

export function forecastLines({ when, howMany, ...past }: ThroughputForecast): readonly string[] {
  const marks = ['p50', 'p85', 'p95'] as const;
  return [
    `${past.weeksOfHistory} weeks of history, ${past.meanPerWeek} finished and ${past.meanAddedPerWeek} added a week`,
    ...(when === undefined
      ? []
      : marks.map(
          (mark) =>
            `${mark.toUpperCase()}  ${when.items} items: ${when.weeks[mark] ?? 'never'} weeks, ${when.dates[mark] ?? 'never'}`,
        )),
    ...(howMany === undefined
      ? []
      : marks.map(
          (mark) => `${mark.toUpperCase()}  by ${howMany.by}: at least ${howMany.atLeast[mark]} items`,
        )),
  ];
}
