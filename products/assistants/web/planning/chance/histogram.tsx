import { ChartsReferenceLine } from '@mui/x-charts/ChartsReferenceLine';
import { LineChart } from '@mui/x-charts/LineChart';
import type { ReactNode } from 'react';
import { useSeriesColors } from '#platform/web';

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Mark {
  readonly at: number;
  readonly label: string;
  /** The plan itself, drawn apart from the certainties. */
  readonly planned?: boolean;
}

export interface HistogramProps {
  readonly bins: readonly Bin[];
  readonly runs: number;
  readonly marks: readonly Mark[];
  readonly label: string;
  readonly valueText: (value: number) => string;
  readonly shareText: (share: number) => string;
}

/** How often runs ended where: steps of equal width, with marks at exact places. */
export function Histogram({ bins, runs, marks, label, valueText, shareText }: HistogramProps): ReactNode {
  const colors = useSeriesColors();
  const last = bins.at(-1);
  const [first] = bins;
  if (first === undefined || last === undefined) return null;
  const shares = bins.map(({ count }) => count / runs);
  const ends = marks.map(({ at }) => at);
  return (
    <LineChart
      // The table says the same to those who use keys.
      disableKeyboardNavigation
      hideLegend
      height={280}
      margin={{ left: 0, right: 24, top: 44, bottom: 8 }}
      xAxis={[
        {
          scaleType: 'linear',
          data: [...bins.map(({ from }) => from), last.to],
          min: Math.min(first.from, ...ends),
          max: Math.max(last.to, ...ends),
          tickNumber: 5,
          valueFormatter: (value: number) => valueText(value),
        },
      ]}
      yAxis={[{ min: 0, width: 48, tickNumber: 4, valueFormatter: (value: number) => shareText(value) }]}
      series={[
        {
          data: [...shares, shares.at(-1) ?? 0],
          label,
          area: true,
          showMark: false,
          curve: 'stepAfter',
          color: colors[0] ?? '#0E6655',
          valueFormatter: (value) => shareText(value ?? 0),
        },
      ]}
      sx={{ '& .MuiLineChart-area, & .MuiAreaElement-root': { fillOpacity: 0.35 } }}
    >
      {marks.map(({ at, label: text, planned = false }, place) => (
        <ChartsReferenceLine
          key={text}
          x={at}
          label={text}
          labelAlign="start"
          // Neighbours stand on different heights.
          spacing={{ x: 3, y: -((place % 3) + 1) * 13 }}
          lineStyle={{
            stroke: planned ? 'var(--mui-palette-info-main)' : 'var(--mui-palette-secondary-main)',
            strokeWidth: planned ? 2 : 1.5,
            ...(planned ? {} : { strokeDasharray: '4 3' }),
          }}
          labelStyle={{
            fontSize: 12,
            fontWeight: 600,
            fill: planned ? 'var(--mui-palette-info-main)' : 'var(--mui-palette-secondary-main)',
          }}
        />
      ))}
    </LineChart>
  );
}
