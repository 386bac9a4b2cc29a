import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { ChartFigure } from '../pieces/chart-figure.tsx';
import { ColumnChart } from '../pieces/column-chart.tsx';
import { usageTexts } from './texts.ts';
import type { Measure } from './usage.rules.ts';
import type { Formats } from './use-formats.ts';

interface Line {
  readonly day: string;
  readonly requests: number;
}

export interface DayColumn<Each> {
  readonly label: string;
  readonly measure: Measure;
  readonly amountOf: (line: Each) => number;
}

export interface DayFigureProps<Each> {
  /** Without gaps, oldest first. */
  readonly days: readonly Each[];
  /** Those of the measure are drawn, all are in the table. */
  readonly columns: readonly DayColumn<Each>[];
  readonly measure: Measure;
  readonly formats: Formats;
  readonly actions: ReactNode;
}

/** What was used on each day, as columns and as figures. */
export function DayFigure<Each extends Line>(props: DayFigureProps<Each>): ReactNode {
  const { days, columns, measure, formats, actions } = props;
  const t = useText(usageTexts);
  return (
    <ChartFigure
      title={t('by_day')}
      actions={actions}
      chart={
        <ColumnChart
          names={days.map(({ day }) => formats.day(day))}
          series={columns
            .filter((column) => column.measure === measure)
            .map(({ label, amountOf }) => ({ label, values: days.map(amountOf) }))}
          format={(value) => formats.measured(value, measure)}
          formatShort={(value) => (measure === 'cost' ? formats.money(value) : formats.short(value))}
          whole={measure !== 'cost'}
        />
      }
      head={[t('day'), ...columns.map(({ label }) => label)]}
      rows={days
        .filter(({ requests }) => requests > 0)
        .toReversed()
        .map((line) => ({
          key: line.day,
          cells: [
            formats.dayWithYear(line.day),
            ...columns.map((column) => formats.measured(column.amountOf(line), column.measure)),
          ],
        }))}
    />
  );
}
