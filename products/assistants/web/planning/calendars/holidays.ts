import type { ExceptionCells } from '../sheet/sheet.ts';

/** Holidays of Russia by law, as exceptions of a calendar; the list comes with the planning engine, on wish only. */
export async function russianHolidayCells(
  years: readonly number[],
  nameOf: (day: string, russian: string) => string,
): Promise<readonly ExceptionCells[]> {
  const { russianHolidays } = await import('#products/assistants/engines/planning');
  return years.flatMap((year) =>
    russianHolidays(year).map(({ from, to, name = '' }) => ({
      from,
      to: to === from ? '' : to,
      name: nameOf(from.slice(5), name),
      spans: [],
    })),
  );
}
