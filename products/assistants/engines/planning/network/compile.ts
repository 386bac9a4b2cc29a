import { fiveDayCalendar } from '../calendar/standard.ts';
import { done, errorsOf, failed, fault, type Result } from '../fault.ts';
import { dayMinutes, parseMoment } from '../moment.rules.ts';
import type { LocalMoment, Plan } from '../plan.ts';
import { createPositions, forwardPass } from '../schedule/passes.ts';
import { validatePlan } from '../validation/validate.ts';
import { calendarsOf } from './calendars.ts';
import { horizonOf, minutesOf } from './horizon.ts';
import { compileLinks } from './links.ts';
import type { Network } from './network.ts';
import { topologicalOrder } from './order.ts';

const tooFar = fault(
  'too_far',
  '/',
  'План не помещается в сто лет.',
  'The plan does not fit into a hundred years.',
);

/** Checks a plan and makes it ready for passes. */
export function compilePlan(plan: Plan): Result<Network> {
  const faults = validatePlan(plan);
  const errors = errorsOf(faults);
  if (errors.length > 0) return failed(...errors);
  const standard = fiveDayCalendar();
  const project = plan.calendars.find(({ id }) => id === plan.calendar) ?? standard;
  const order = topologicalOrder(plan.tasks);
  const horizon = horizonOf(plan, order, [...new Set([project, ...plan.calendars])]);
  if (horizon === undefined) {
    return failed(tooFar);
  }
  const tasks = order.map((index) => plan.tasks[index]).filter((task) => task !== undefined);
  const positions = new Map(tasks.map(({ id }, at) => [id, at]));
  const { calendars, projectTime, idle } = calendarsOf(plan, tasks, project, horizon);
  if (idle.length > 0) {
    return failed(
      ...idle.map((id) =>
        fault(
          'no_common_time',
          `/tasks/${plan.tasks.findIndex((task) => task.id === id)}`,
          `У ресурсов задачи «${id}» нет общего рабочего времени.`,
          `The resources of task "${id}" have no working time in common.`,
        ),
      ),
    );
  }
  const links = compileLinks(plan, tasks, positions);
  const [only] = calendars;
  const alike = calendars.every((time) => time === only) && !links.elapsed.includes(1);
  const axisTime = alike ? (only ?? projectTime) : projectTime;
  const onAxis = (moment: number): number => (alike ? axisTime.workAt(moment) : moment);
  const read = (text: LocalMoment | undefined, missing: number, day?: 'end'): number =>
    text === undefined ? missing : onAxis(parseMoment(text, day) ?? 0);
  const start = read(plan.start, 0);
  const points = (of: (at: number) => number): Float64Array =>
    Float64Array.from(tasks, ({ unit }, at) => minutesOf(of(at), unit, plan.hoursPerDay));
  const network: Network = {
    plan,
    warnings: faults,
    count: tasks.length,
    tasks,
    positions,
    inPlanOrder: plan.tasks.map(({ id }) => positions.get(id) ?? 0),
    axis: alike ? 'work' : 'clock',
    projectTime: axisTime,
    calendars,
    times: calendars.map((time) => (alike ? undefined : time)),
    start,
    limit: onAxis((horizon.lastDay + 1) * dayMinutes),
    notEarlier: Float64Array.from(tasks, (task) => Math.max(start, read(task.startNoEarlierThan, start))),
    deadlines: Float64Array.from(tasks, (task) => read(task.mustFinishBy, Number.POSITIVE_INFINITY, 'end')),
    optimistic: points((at) => tasks[at]?.duration.optimistic ?? 0),
    likely: points((at) => tasks[at]?.duration.likely ?? 0),
    pessimistic: points((at) => tasks[at]?.duration.pessimistic ?? 0),
    links,
  };
  // Calendars that hardly meet can take longer than any of them lets expect.
  const finish = forwardPass(network, network.pessimistic, createPositions(network));
  return finish <= network.limit ? done(network, faults) : failed(tooFar);
}
