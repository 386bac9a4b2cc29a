import { useCallback } from 'react';
import { useLanguage, useText } from '#platform/web';
import type { ExceptionCells } from '../sheet/sheet.ts';
import { planningTexts } from '../texts.ts';
import { russianHolidayCells } from './holidays.ts';

const english = {
  '01-01': 'new_year',
  '02-23': 'defender',
  '03-08': 'women',
  '05-01': 'labour',
  '05-09': 'victory',
  '06-12': 'russia',
  '11-04': 'unity',
} as const;

const isKnown = (day: string): day is keyof typeof english => day in english;

/** The holidays of Russia in the language of the page. */
export function useHolidays(): (years: readonly number[]) => Promise<readonly ExceptionCells[]> {
  const t = useText(planningTexts);
  const language = useLanguage();
  return useCallback(
    (years) =>
      russianHolidayCells(years, (day, russian) =>
        language !== 'ru' && isKnown(day) ? t(`holiday.${english[day]}`) : russian,
      ),
    [t, language],
  );
}
