import type { CalendarRow } from '../sheet/sheet.ts';

export const calendarName = ({ name, id }: CalendarRow): string => (name.trim() === '' ? id : name.trim());
