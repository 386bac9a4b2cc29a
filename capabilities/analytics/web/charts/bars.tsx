import { useMediaQuery } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import type { ReactNode } from 'react';
import { useSeriesColors } from '#platform/web';

/** One bar for each name, lying, so that names can be read on a narrow screen. */
export function Bars({
  names,
  values,
  label,
  format,
}: {
  readonly names: readonly string[];
  readonly values: readonly number[];
  readonly label: string;
  readonly format: (value: number | null) => string;
}): ReactNode {
  const colors = useSeriesColors();
  const narrow = useMediaQuery('(max-width: 600px)');
  return (
    <BarChart
      layout="horizontal"
      hideLegend
      // The table says the same to those who use keys.
      disableKeyboardNavigation
      height={Math.max(120, names.length * 44 + 48)}
      margin={{ left: 0, right: 24, top: 8, bottom: 8 }}
      yAxis={[{ scaleType: 'band', data: [...names], width: narrow ? 110 : 200 }]}
      xAxis={[{ min: 0, tickMinStep: 1, valueFormatter: (value: number) => format(value) }]}
      series={[
        { data: [...values], label, valueFormatter: (value) => format(value), color: colors[0] ?? '#1976d2' },
      ]}
    />
  );
}
