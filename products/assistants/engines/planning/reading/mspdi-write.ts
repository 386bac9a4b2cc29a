import { xmlText } from '#products/assistants/engines/xml';
import { parseMoment } from '../moment.rules.ts';
import { minutesOf } from '../network/horizon.ts';
import type { Calendar, DaySpan, Plan, Task } from '../plan.ts';
import {
  durationFields,
  hundredths,
  lagsPerHour,
  linkTypes,
  printDuration,
  printTime,
} from './mspdi.rules.ts';

type Value = string | number;

function tag(name: string, content: Value): string {
  return `<${name}>${typeof content === 'number' ? content : xmlText(content)}</${name}>`;
}

function wrap(name: string, parts: readonly string[]): string {
  return `<${name}>${parts.join('')}</${name}>`;
}

/** Numbers for ids: their own when all are numbers already, otherwise by order. */
function numbersOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const own = ids.every((id) => /^[1-9]\d{0,8}$/.test(id));
  return new Map(ids.map((id, at) => [id, own ? Number(id) : at + 1]));
}

function times(hours: readonly DaySpan[]): readonly string[] {
  if (hours.length === 0) return [tag('DayWorking', 0)];
  const all = hours.map(({ from, to }) =>
    wrap('WorkingTime', [tag('FromTime', printTime(from)), tag('ToTime', printTime(to))]),
  );
  return [tag('DayWorking', 1), wrap('WorkingTimes', all)];
}

function calendarXml({ name, week, exceptions }: Calendar, uid: number): string {
  const days = week.map((hours, weekday) => ({ type: ((weekday + 1) % 7) + 1, hours }));
  return wrap('Calendar', [
    tag('UID', uid),
    tag('Name', name),
    tag('IsBaseCalendar', 1),
    tag('BaseCalendarUID', -1),
    wrap(
      'WeekDays',
      days
        .toSorted((left, right) => left.type - right.type)
        .map(({ type, hours }) => wrap('WeekDay', [tag('DayType', type), ...times(hours)])),
    ),
    wrap(
      'Exceptions',
      exceptions.map(({ from, to, hours, name: reason }) =>
        wrap('Exception', [
          wrap('TimePeriod', [
            tag('FromDate', `${from.slice(0, 10)}T00:00:00`),
            tag('ToDate', `${to.slice(0, 10)}T23:59:00`),
          ]),
          ...(reason === undefined ? [] : [tag('Name', reason)]),
          tag('Type', 1),
          ...times(hours),
        ]),
      ),
    ),
  ]);
}

function seconds(moment: string, end: string): string {
  return moment.length === 10 ? `${moment}T${end}` : `${moment.slice(0, 16)}:00`;
}

interface Numbers {
  readonly tasks: ReadonlyMap<string, number>;
  readonly calendars: ReadonlyMap<string, number>;
  readonly hoursPerDay: number;
}

function taskXml(task: Task, order: number, level: number, numbers: Numbers): string {
  const hours = (value: number): string =>
    printDuration(minutesOf(value, task.unit, numbers.hoursPerDay) / 60);
  const { optimistic, likely, pessimistic } = task.duration;
  const field = (id: string, value: number): string =>
    wrap('ExtendedAttribute', [tag('FieldID', id), tag('Value', hours(value)), tag('DurationFormat', 5)]);
  const constraint = task.startNoEarlierThan;
  return wrap('Task', [
    tag('UID', numbers.tasks.get(task.id) ?? 0),
    tag('ID', order),
    tag('Name', task.name),
    tag('Type', 1),
    tag('OutlineLevel', level),
    tag('Duration', hours(likely)),
    tag('DurationFormat', task.unit === 'days' ? 7 : 5),
    tag('Milestone', pessimistic === 0 ? 1 : 0),
    tag('Summary', 0),
    ...(task.fixedCost === undefined ? [] : [tag('FixedCost', task.fixedCost * hundredths)]),
    ...(task.progress === undefined
      ? []
      : [
          tag('PercentComplete', task.progress.percentComplete),
          tag('ActualCost', task.progress.actualCost * hundredths),
        ]),
    tag('ConstraintType', constraint === undefined ? 0 : 4),
    tag('CalendarUID', numbers.calendars.get(task.calendar ?? '') ?? -1),
    ...(constraint === undefined ? [] : [tag('ConstraintDate', seconds(constraint, '00:00:00'))]),
    ...(task.mustFinishBy === undefined ? [] : [tag('Deadline', seconds(task.mustFinishBy, '23:59:00'))]),
    ...task.links.map(({ from, type, lag, lagUnit, elapsed }) =>
      wrap('PredecessorLink', [
        tag('PredecessorUID', numbers.tasks.get(from) ?? 0),
        tag('Type', linkTypes.indexOf(type)),
        tag('CrossProject', 0),
        tag(
          'LinkLag',
          Math.round(
            (minutesOf(lag, lagUnit, elapsed === true ? 24 : numbers.hoursPerDay) / 60) * lagsPerHour,
          ),
        ),
        tag('LagFormat', (lagUnit === 'days' ? 7 : 5) + (elapsed === true ? 1 : 0)),
      ]),
    ),
    ...(optimistic === pessimistic
      ? []
      : [field(durationFields.optimistic, optimistic), field(durationFields.pessimistic, pessimistic)]),
  ]);
}

function tasksXml(plan: Plan, numbers: Numbers): readonly string[] {
  let next = Math.max(0, ...numbers.tasks.values());
  let group: string | undefined;
  let order = 0;
  return plan.tasks.flatMap((task) => {
    const parts: string[] = [];
    if (task.group !== undefined && task.group !== group) {
      next += 1;
      order += 1;
      parts.push(
        wrap('Task', [
          tag('UID', next),
          tag('ID', order),
          tag('Name', task.group),
          tag('OutlineLevel', 1),
          tag('Summary', 1),
        ]),
      );
    }
    group = task.group;
    order += 1;
    return [...parts, taskXml(task, order, group === undefined ? 1 : 2, numbers)];
  });
}

/**
 * Writes a plan as MS Project XML (MSPDI). Optimistic and pessimistic durations go into Duration1 and Duration3;
 * distributions and risk events have no place in the format and are left out.
 */
export function writeMspdi(plan: Plan): string {
  const numbers: Numbers = {
    tasks: numbersOf(plan.tasks.map(({ id }) => id)),
    calendars: numbersOf(plan.calendars.map(({ id }) => id)),
    hoursPerDay: plan.hoursPerDay,
  };
  const people = numbersOf(plan.resources.map(({ id }) => id));
  const calendar = numbers.calendars.get(plan.calendar ?? '');
  const start = parseMoment(plan.start) === undefined ? '' : seconds(plan.start, '00:00:00');
  const assignments = plan.tasks.flatMap((task) =>
    task.assignments.map((each) => ({ ...each, task: task.id })),
  );
  const body = [
    tag('Name', plan.name),
    tag('Title', plan.name),
    tag('ScheduleFromStart', 1),
    tag('StartDate', start),
    tag('CurrencyCode', plan.currency),
    ...(calendar === undefined ? [] : [tag('CalendarUID', calendar)]),
    tag('MinutesPerDay', Math.round(plan.hoursPerDay * 60)),
    wrap('ExtendedAttributes', [
      wrap('ExtendedAttribute', [tag('FieldID', durationFields.optimistic), tag('FieldName', 'Duration1')]),
      wrap('ExtendedAttribute', [tag('FieldID', durationFields.pessimistic), tag('FieldName', 'Duration3')]),
    ]),
    wrap(
      'Calendars',
      plan.calendars.map((each) => calendarXml(each, numbers.calendars.get(each.id) ?? 0)),
    ),
    wrap('Tasks', tasksXml(plan, numbers)),
    wrap(
      'Resources',
      plan.resources.map(({ id, name, capacity, rate, calendar: own }) =>
        wrap('Resource', [
          tag('UID', people.get(id) ?? 0),
          tag('ID', people.get(id) ?? 0),
          tag('Name', name),
          tag('Type', 1),
          tag('MaxUnits', capacity),
          tag('StandardRate', rate),
          tag('StandardRateFormat', 2),
          ...(own === undefined ? [] : [tag('CalendarUID', numbers.calendars.get(own) ?? -1)]),
        ]),
      ),
    ),
    wrap(
      'Assignments',
      assignments.map(({ task, resource, units }, at) =>
        wrap('Assignment', [
          tag('UID', at + 1),
          tag('TaskUID', numbers.tasks.get(task) ?? 0),
          tag('ResourceUID', people.get(resource) ?? 0),
          tag('Units', units),
        ]),
      ),
    ),
  ];
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return `${head}\n<Project xmlns="http://schemas.microsoft.com/project">${body.join('\n')}</Project>\n`;
}
