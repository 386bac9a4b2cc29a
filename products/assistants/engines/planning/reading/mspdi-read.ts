import { done, type Fault, failed, fault, type Result, warning } from '../fault.ts';
import type { Assignment, Link, Plan, Resource, Task, ThreePoints } from '../plan.ts';
import { mostText } from './json.ts';
import { durationFields, hundredths, parseDuration } from './mspdi.rules.ts';
import { readCalendars } from './mspdi-calendars.ts';
import { readLinks } from './mspdi-links.ts';
import { readOutline } from './mspdi-outline.ts';
import { child, childrenOf, type Element, parseXml, textOf } from './xml.ts';

function numberOf(element: Element, name: string, missing: number): number {
  const text = textOf(element, name);
  return text === '' ? missing : Number(text);
}

function readResources(
  project: Element,
  calendars: ReadonlySet<string>,
  warnings: Fault[],
): readonly Resource[] {
  return childrenOf(child(project, 'Resources'), 'Resource').flatMap((element) => {
    const [id, name] = [textOf(element, 'UID'), textOf(element, 'Name')];
    if (name === '' || id === '0') return [];
    if (numberOf(element, 'Type', 1) !== 1) {
      warnings.push(
        warning(
          'not_labour',
          `resource ${id}`,
          `Материал или статья затрат «${name}» не перенесены.`,
          `Material or cost "${name}" was left out.`,
        ),
      );
      return [];
    }
    const calendar = textOf(element, 'CalendarUID');
    return [
      {
        id,
        name,
        capacity: numberOf(element, 'MaxUnits', 1),
        rate: numberOf(element, 'StandardRate', 0),
        ...(calendars.has(calendar) ? { calendar } : {}),
      },
    ];
  });
}

function readAssignments(
  project: Element,
  resources: readonly Resource[],
): ReadonlyMap<string, readonly Assignment[]> {
  const known = new Set(resources.map(({ id }) => id));
  const assignments = new Map<string, Assignment[]>();
  for (const element of childrenOf(child(project, 'Assignments'), 'Assignment')) {
    const resource = textOf(element, 'ResourceUID');
    if (!known.has(resource)) continue;
    const task = textOf(element, 'TaskUID');
    const own = assignments.get(task) ?? [];
    assignments.set(task, own);
    own.push({ resource, units: numberOf(element, 'Units', 1) });
  }
  return assignments;
}

function pointsOf(element: Element, at: string, warnings: Fault[]): ThreePoints {
  const likely = parseDuration(textOf(element, 'Duration')) ?? 0;
  const fields = new Map(
    childrenOf(element, 'ExtendedAttribute').map((each) => [textOf(each, 'FieldID'), textOf(each, 'Value')]),
  );
  const optimistic = parseDuration(fields.get(durationFields.optimistic) ?? '') ?? likely;
  const pessimistic = parseDuration(fields.get(durationFields.pessimistic) ?? '') ?? likely;
  if (optimistic <= likely && likely <= pessimistic) return { optimistic, likely, pessimistic };
  // Duration1 and Duration3 hold something else, or are zero because nobody filled them in.
  if (optimistic !== 0 || pessimistic !== 0) {
    warnings.push(
      warning(
        'points_left_out',
        at,
        'Поля «Длительность1» и «Длительность3» не похожи на оценки и не перенесены.',
        'Duration1 and Duration3 are no estimates and were left out.',
      ),
    );
  }
  return { optimistic: likely, likely, pessimistic: likely };
}

function constraintOf(
  element: Element,
  at: string,
  warnings: Fault[],
): Pick<Task, 'startNoEarlierThan' | 'mustFinishBy'> {
  const type = numberOf(element, 'ConstraintType', 0);
  const date = textOf(element, 'ConstraintDate').slice(0, 16);
  const deadline = textOf(element, 'Deadline').slice(0, 16) || (type === 3 || type === 7 ? date : '');
  if (type !== 0 && type !== 4 && type !== 7) {
    warnings.push(
      warning(
        'constraint_changed',
        at,
        'Ограничение передано приближённо: есть только «начать не ранее» и «закончить к».',
        'A constraint was read loosely: there are only "start no earlier than" and "finish by".',
      ),
    );
  }
  return {
    ...((type === 2 || type === 4) && date !== '' ? { startNoEarlierThan: date } : {}),
    ...(deadline === '' ? {} : { mustFinishBy: deadline }),
  };
}

interface TaskParts {
  readonly calendars: ReadonlySet<string>;
  readonly links: ReadonlyMap<string, readonly Link[]>;
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
}

function readTask(element: Element, group: string, parts: TaskParts, warnings: Fault[]): Task {
  const id = textOf(element, 'UID');
  const at = `task ${id}`;
  const calendar = textOf(element, 'CalendarUID');
  const fixedCost = numberOf(element, 'FixedCost', 0) / hundredths;
  const percentComplete = numberOf(element, 'PercentComplete', 0);
  const actualCost = numberOf(element, 'ActualCost', 0) / hundredths;
  return {
    id,
    name: textOf(element, 'Name'),
    duration: pointsOf(element, at, warnings),
    unit: 'hours',
    links: parts.links.get(id) ?? [],
    assignments: parts.assignments.get(id) ?? [],
    ...(parts.calendars.has(calendar) ? { calendar } : {}),
    ...(fixedCost === 0 ? {} : { fixedCost }),
    ...constraintOf(element, at, warnings),
    ...(group === '' ? {} : { group }),
    ...(percentComplete === 0 && actualCost === 0 ? {} : { progress: { percentComplete, actualCost } }),
  };
}

/**
 * Reads an MS Project XML file (MSPDI). Summary tasks become groups; what has no place in a plan is named in warnings.
 * A DOCTYPE is refused. References are checked later, by `validatePlan`.
 */
export function readMspdi(text: string): Result<Plan> {
  if (text.length > mostText) {
    return failed(fault('too_large', '/', 'Файл слишком велик.', 'The file is too large.'));
  }
  const parsed = parseXml(text);
  if (!parsed.ok) return parsed;
  const project = parsed.value;
  if (project.name !== 'Project') {
    return failed(fault('not_mspdi', '/', 'Это не файл MS Project XML.', 'This is no MS Project XML file.'));
  }
  const warnings: Fault[] = [];
  const calendars = readCalendars(project, warnings);
  const known = new Set(calendars.map(({ id }) => id));
  const resources = readResources(project, known, warnings);
  const outline = readOutline(project);
  const parts: TaskParts = {
    calendars: known,
    links: readLinks(outline, warnings),
    assignments: readAssignments(project, resources),
  };
  const calendar = textOf(project, 'CalendarUID');
  const plan: Plan = {
    name: textOf(project, 'Title') || textOf(project, 'Name'),
    start: textOf(project, 'StartDate').slice(0, 16),
    currency: textOf(project, 'CurrencyCode') || 'RUB',
    hoursPerDay: numberOf(project, 'MinutesPerDay', 480) / 60,
    calendars,
    resources,
    tasks: outline.leaves.map(({ element, group }) => readTask(element, group, parts, warnings)),
    risks: [],
    ...(known.has(calendar) ? { calendar } : {}),
  };
  return done(plan, warnings.slice(0, 500));
}
