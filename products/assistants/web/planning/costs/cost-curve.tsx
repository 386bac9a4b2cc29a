import { LineChart } from '@mui/x-charts/LineChart';
import type { ReactNode } from 'react';
import { useSeriesColors } from '#platform/web';

export interface CostCurveProps {
  readonly names: readonly string[];
  readonly values: readonly number[];
  readonly label: string;
  readonly format: (value: number) => string;
  readonly formatShort: (value: number) => string;
}

/** Money of the plan as it adds up. */
export function CostCurve({ names, values, label, format, formatShort }: CostCurveProps): ReactNode {
  const colors = useSeriesColors();
  return (
    <LineChart
      // The table says the same to those who use keys.
      disableKeyboardNavigation
      skipAnimation
      hideLegend
      height={260}
      margin={{ left: 0, right: 24, top: 16, bottom: 8 }}
      xAxis={[{ scaleType: 'point', data: [...names], tickLabelInterval: 'auto' }]}
      yAxis={[{ min: 0, width: 72, tickNumber: 4, valueFormatter: (value: number) => formatShort(value) }]}
      grid={{ horizontal: true }}
      series={[
        {
          data: [...values],
          label,
          area: true,
          showMark: values.length < 30,
          curve: 'linear',
          color: colors[0] ?? '#0E6655',
          valueFormatter: (value) => format(value ?? 0),
        },
      ]}
      sx={{ '& .MuiLineChart-area, & .MuiAreaElement-root': { fillOpacity: 0.2 } }}
    />
  );
}
