import { LineChart } from '@mui/x-charts/LineChart';
import type { ReactNode } from 'react';
import { useSeriesColors } from '#platform/web';

/** Values over days, one line for each series. */
export function Lines({
  days,
  series,
  format,
}: {
  /** As they are shown. */
  readonly days: readonly string[];
  readonly series: readonly { readonly label: string; readonly values: readonly number[] }[];
  readonly format: (value: number | null) => string;
}): ReactNode {
  const colors = useSeriesColors();
  return (
    <LineChart
      // The table says the same to those who use keys.
      disableKeyboardNavigation
      height={260}
      margin={{ left: 0, right: 16, top: 16, bottom: 8 }}
      xAxis={[{ scaleType: 'point', data: [...days], tickLabelInterval: 'auto' }]}
      yAxis={[{ min: 0, tickMinStep: 1, width: 48, valueFormatter: (value: number) => format(value) }]}
      series={series.map(({ label, values }, at) => ({
        label,
        data: [...values],
        showMark: false,
        curve: 'linear',
        valueFormatter: (value) => format(value),
        color: colors[at] ?? '#1976d2',
      }))}
    />
  );
}
