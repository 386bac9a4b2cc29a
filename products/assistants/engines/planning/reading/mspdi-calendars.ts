import { fiveDayCalendar } from '../calendar/standard.ts';
import { type Fault, warning } from '../fault.ts';
import type { Calendar, CalendarException, DaySpan } from '../plan.ts';
import { parseTime } from './mspdi.rules.ts';
import { child, childrenOf, type Element, textOf } from './xml.ts';

function hoursOf(day: Element): readonly DaySpan[] {
  if (textOf(day, 'DayWorking') !== '1') return [];
  return childrenOf(child(day, 'WorkingTimes'), 'WorkingTime').flatMap((time) => {
    const from = parseTime(textOf(time, 'FromTime'));
    const until = parseTime(textOf(time, 'ToTime'));
    // Midnight at the end of a day is written as 00:00.
    const to = until <= from ? until + 1_440 : until;
    return to > from && to <= 1_440 ? [{ from, to }] : [];
  });
}

function periodOf(day: Element): CalendarException {
  const period = child(day, 'TimePeriod');
  const name = textOf(day, 'Name');
  return {
    from: textOf(period, 'FromDate').slice(0, 10),
    to: textOf(period, 'ToDate').slice(0, 10),
    hours: hoursOf(day),
    ...(name === '' ? {} : { name }),
  };
}

/** The calendars of a project file; one that is based on another has its days and exceptions where it has none. */
export function readCalendars(project: Element, warnings: Fault[]): readonly Calendar[] {
  const elements = childrenOf(child(project, 'Calendars'), 'Calendar');
  const byId = new Map(elements.map((element) => [textOf(element, 'UID'), element]));
  const standard = fiveDayCalendar().week;

  function exceptionsOf(element: Element): readonly CalendarException[] {
    const old = childrenOf(child(element, 'WeekDays'), 'WeekDay').filter(
      (day) => textOf(day, 'DayType') === '0',
    );
    const all = childrenOf(child(element, 'Exceptions'), 'Exception');
    const plain = all.filter((each) => ['', '1'].includes(textOf(each, 'Type')));
    if (plain.length < all.length) {
      warnings.push(
        warning(
          'recurring_exception',
          `calendar ${textOf(element, 'UID')}`,
          'Повторяющиеся исключения календаря не перенесены.',
          'Recurring exceptions of a calendar were left out.',
        ),
      );
    }
    return (plain.length > 0 ? plain : old).map(periodOf);
  }

  return elements.map((element) => {
    const id = textOf(element, 'UID');
    const base = byId.get(textOf(element, 'BaseCalendarUID'));
    const layers = base === undefined || base === element ? [element] : [base, element];
    const week = standard.map((usual, weekday) => {
      const type = String(((weekday + 1) % 7) + 1);
      const days = layers.flatMap((layer) =>
        childrenOf(child(layer, 'WeekDays'), 'WeekDay').filter((day) => textOf(day, 'DayType') === type),
      );
      const last = days.at(-1);
      return last === undefined ? usual : hoursOf(last);
    });
    return { id, name: textOf(element, 'Name') || id, week, exceptions: layers.flatMap(exceptionsOf) };
  });
}
