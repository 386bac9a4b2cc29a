import { useMemo } from 'react';
import type { CalendarRow } from '../sheet/sheet.ts';
import { calendarName } from './calendar-name.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The calendars one may choose, after what holds when none is chosen; one that is gone stays to be seen. */
export function useCalendarChoices(
  calendars: readonly CalendarRow[],
  none: string,
  value = '',
): readonly Choice[] {
  return useMemo(() => {
    const known = calendars.map((row) => ({ value: row.id, label: calendarName(row) }));
    const choices = [{ value: '', label: none }, ...known];
    return choices.some((each) => each.value === value) ? choices : [...choices, { value, label: value }];
  }, [calendars, none, value]);
}
