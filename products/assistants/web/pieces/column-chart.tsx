import { BarChart } from '@mui/x-charts/BarChart';
import type { ReactNode } from 'react';
import { useSeriesColors } from '#platform/web';

export interface ColumnSeries {
  readonly label: string;
  readonly values: readonly number[];
  /** One of the chart's own colours when left out. */
  readonly color?: string;
}

export interface ColumnChartProps {
  /** Under the columns, each its own. */
  readonly names: readonly string[];
  /** Stand on each other. */
  readonly series: readonly ColumnSeries[];
  readonly format: (value: number) => string;
  /** For the axis, where there is little room. */
  readonly formatShort?: (value: number) => string;
  /** Only whole numbers are counted. */
  readonly whole?: boolean;
  readonly height?: number;
}

/** Columns side by side, such as days; nothing for screen readers: a table beside it says the same. */
export function ColumnChart(props: ColumnChartProps): ReactNode {
  const { names, series, format, formatShort = format, whole = false, height = 240 } = props;
  const colors = useSeriesColors();
  return (
    <BarChart
      disableKeyboardNavigation
      skipAnimation
      hideLegend={series.length < 2}
      height={height}
      margin={{ left: 0, right: 8, top: 12, bottom: 4 }}
      borderRadius={3}
      xAxis={[
        {
          scaleType: 'band',
          data: [...names],
          tickLabelInterval: 'auto',
          categoryGapRatio: names.length > 60 ? 0.15 : 0.3,
          disableTicks: true,
        },
      ]}
      yAxis={[
        {
          min: 0,
          width: 64,
          tickNumber: 4,
          ...(whole ? { tickMinStep: 1 } : {}),
          valueFormatter: (value: number) => formatShort(value),
        },
      ]}
      grid={{ horizontal: true }}
      series={series.map(({ label, values, color }, at) => ({
        label,
        stack: 'all',
        data: [...values],
        valueFormatter: (value) => format(value ?? 0),
        color: color ?? colors[at] ?? '#1976d2',
      }))}
    />
  );
}
