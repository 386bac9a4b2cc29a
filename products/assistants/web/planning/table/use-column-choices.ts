import { useMemo } from 'react';
import { useText } from '#platform/web';
import { useCalendarChoices } from '../calendars/use-choices.ts';
import { distributions } from '../sheet/file-values.rules.ts';
import type { CalendarRow } from '../sheet/sheet.ts';
import { planningTexts } from '../texts.ts';
import type { ColumnChoices } from './task-row.tsx';

/** What can be chosen in the columns of tasks where one chooses. */
export function useColumnChoices(calendars: readonly CalendarRow[]): ColumnChoices {
  const t = useText(planningTexts);
  const calendar = useCalendarChoices(calendars, t('table.no_calendar'));
  return useMemo(
    () => ({
      unit: [
        { value: 'days', label: t('unit.days') },
        { value: 'hours', label: t('unit.hours') },
      ],
      calendar,
      distribution: distributions.map((value) => ({ value, label: t(`distribution.${value}`) })),
    }),
    [t, calendar],
  );
}
