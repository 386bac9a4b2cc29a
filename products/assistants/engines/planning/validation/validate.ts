import { errorsOf, type Fault, fault } from '../fault.ts';
import type { Plan } from '../plan.ts';
import { checkCalendar } from './calendars.ts';
import { findCycles } from './cycles.ts';
import { checkKnown, checkList } from './identifiers.ts';
import { limits } from './limits.ts';
import { checkLinkCount, checkTask, type Known } from './tasks.ts';
import { checkMoment, checkNumber, checkPoints, mostOf } from './values.ts';

function checkHead(plan: Plan, known: Known): readonly Fault[] {
  return [
    ...checkMoment(plan.start, '/start'),
    ...checkNumber(plan.hoursPerDay, 0.1, 24, '/hoursPerDay'),
    ...(plan.calendar === undefined ? [] : checkKnown(known.calendars, plan.calendar, '/calendar')),
    ...(plan.tasks.length === 0
      ? [fault('no_tasks', '/tasks', 'В плане нет задач.', 'The plan has no tasks.')]
      : []),
  ];
}

function checkRisks(plan: Plan, known: Known): readonly Fault[] {
  return plan.risks.flatMap((risk, index) => {
    const at = `/risks/${index}`;
    const most = mostOf(risk.unit, plan.hoursPerDay);
    return [
      ...checkNumber(risk.probability, 0, 1, `${at}/probability`),
      ...checkPoints(risk.impact, `${at}/impact`, most, -most),
      ...(risk.cost === undefined ? [] : checkPoints(risk.cost, `${at}/cost`, 1e12, -1e12)),
      ...risk.tasks.flatMap((id, task) => checkKnown(known.tasks, id, `${at}/tasks/${task}`)),
    ];
  });
}

/**
 * Everything that is wrong with a plan, in the order of the plan: at most 500 faults. A plan without errors can be
 * scheduled and simulated; warnings do not stop either.
 */
export function validatePlan(plan: Plan): readonly Fault[] {
  const sizes = [
    ...checkList('tasks', plan.tasks),
    ...checkList('resources', plan.resources),
    ...checkList('calendars', plan.calendars),
    ...checkList('risks', plan.risks),
    ...checkLinkCount(plan),
  ];
  if (sizes.some(({ code }) => code === 'planning.too_many')) return errorsOf(sizes).slice(0, limits.faults);
  const known: Known = {
    tasks: new Set(plan.tasks.map(({ id }) => id)),
    resources: new Map(plan.resources.map(({ id, capacity }) => [id, capacity])),
    resourceIds: new Set(plan.resources.map(({ id }) => id)),
    calendars: new Set(plan.calendars.map(({ id }) => id)),
  };
  return [
    ...sizes,
    ...checkHead(plan, known),
    ...plan.calendars.flatMap((calendar, at) => checkCalendar(calendar, `/calendars/${at}`)),
    ...plan.resources.flatMap((resource, at) => [
      ...checkNumber(resource.capacity, 0, 10_000, `/resources/${at}/capacity`),
      ...checkNumber(resource.rate, 0, 1e9, `/resources/${at}/rate`),
      ...(resource.calendar === undefined
        ? []
        : checkKnown(known.calendars, resource.calendar, `/resources/${at}/calendar`)),
    ]),
    ...plan.tasks.flatMap((task, at) => checkTask(plan, task, `/tasks/${at}`, known)),
    ...checkRisks(plan, known),
    ...findCycles(plan).map((path) =>
      fault(
        'cycle',
        '/tasks',
        `Связи замкнуты: ${path.join(' → ')}`,
        `Links go in a circle: ${path.join(' → ')}`,
      ),
    ),
  ].slice(0, limits.faults);
}
