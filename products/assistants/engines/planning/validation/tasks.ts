import { type Fault, fault, warning } from '../fault.ts';
import type { Link, Plan, Task } from '../plan.ts';
import { checkKnown } from './identifiers.ts';
import { limits } from './limits.ts';
import { checkMoment, checkNumber, checkPoints, mostOf } from './values.ts';

/** Ids that a reference may name. */
export interface Known {
  readonly tasks: ReadonlySet<string>;
  readonly resources: ReadonlyMap<string, number>;
  readonly resourceIds: ReadonlySet<string>;
  readonly calendars: ReadonlySet<string>;
}

function checkLink(plan: Plan, task: Task, link: Link, at: string, known: Known): readonly Fault[] {
  const most = mostOf(link.lagUnit, link.elapsed === true ? 24 : plan.hoursPerDay);
  if (link.from === task.id) {
    return [
      fault('self_link', at, `Задача «${task.id}» зависит от себя.`, `Task "${task.id}" depends on itself.`),
    ];
  }
  return [...checkKnown(known.tasks, link.from, at), ...checkNumber(link.lag, -most, most, `${at}/lag`)];
}

export function checkTask(plan: Plan, task: Task, at: string, known: Known): readonly Fault[] {
  const found: Fault[] = [
    ...checkPoints(task.duration, `${at}/duration`, mostOf(task.unit, plan.hoursPerDay)),
    ...task.links.flatMap((link, index) => checkLink(plan, task, link, `${at}/links/${index}`, known)),
    ...checkMoment(task.startNoEarlierThan, `${at}/startNoEarlierThan`),
    ...checkMoment(task.mustFinishBy, `${at}/mustFinishBy`),
  ];
  if (task.calendar !== undefined)
    found.push(...checkKnown(known.calendars, task.calendar, `${at}/calendar`));
  if (task.fixedCost !== undefined) found.push(...checkNumber(task.fixedCost, 0, 1e12, `${at}/fixedCost`));
  if (task.progress !== undefined) {
    found.push(
      ...checkNumber(task.progress.percentComplete, 0, 100, `${at}/progress`),
      ...checkNumber(task.progress.actualCost, 0, 1e12, `${at}/progress`),
    );
  }
  const assigned = new Set<string>();
  for (const [index, { resource, units }] of task.assignments.entries()) {
    const place = `${at}/assignments/${index}`;
    found.push(...checkKnown(known.resourceIds, resource, place), ...checkNumber(units, 0, 10_000, place));
    if (assigned.has(resource)) {
      found.push(
        fault(
          'duplicate_assignment',
          place,
          `Ресурс «${resource}» назначен дважды.`,
          `Resource "${resource}" is assigned twice.`,
        ),
      );
    }
    assigned.add(resource);
    const capacity = known.resources.get(resource);
    if (capacity !== undefined && units > capacity) {
      found.push(
        warning(
          'over_capacity',
          place,
          `Задаче «${task.id}» нужно ${units} ед. ресурса «${resource}», а есть ${capacity}.`,
          `Task "${task.id}" needs ${units} of resource "${resource}", there are ${capacity}.`,
        ),
      );
    }
  }
  return found;
}

export function checkLinkCount(plan: Plan): readonly Fault[] {
  const count = plan.tasks.reduce((sum, { links }) => sum + links.length, 0);
  return count <= limits.links
    ? []
    : [fault('too_many', '/tasks', `Больше ${limits.links} связей.`, `More than ${limits.links} links.`)];
}
