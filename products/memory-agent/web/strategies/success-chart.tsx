import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { type ResultOf, useLanguage, useText } from '#platform/web';
import type { listStrategies } from '../../contract/index.ts';
import { memoryTexts } from '../texts.ts';
import { chartOf } from './chart.rules.ts';

const width = 220;
const height = 48;

type History = ResultOf<typeof listStrategies>['items'][number]['history'];

/** Success over time as a small line, said in words as well. */
export function SuccessChart({
  name,
  history,
}: {
  readonly name: string;
  readonly history: History;
}): ReactNode {
  const t = useText(memoryTexts);
  const language = useLanguage();
  const judged = history.filter(({ success_rate: rate }) => rate !== null);
  const first = judged.at(0);
  const last = judged.at(-1);
  if (first === undefined || last === undefined) {
    return (
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t('strategies.chart_none')}
      </Typography>
    );
  }
  const chart = chartOf(history, width, height, 4);
  const day = (text: string): string =>
    new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
      new Date(text),
    );
  const percent = (rate: number | null): string =>
    new Intl.NumberFormat(language, { style: 'percent' }).format(rate ?? 0);
  return (
    <Box
      component="svg"
      role="img"
      viewBox={`0 0 ${width} ${height}`}
      aria-label={t('strategies.chart', {
        name,
        from: day(first.day),
        to: day(last.day),
        first: percent(first.success_rate),
        last: percent(last.success_rate),
      })}
      sx={{ display: 'block', width: '100%', maxWidth: width, height: 'auto', overflow: 'visible' }}
    >
      <Box
        component="line"
        x1={0}
        x2={width}
        y1={height / 2}
        y2={height / 2}
        sx={{ stroke: 'var(--mui-palette-divider)', strokeDasharray: '3 4' }}
      />
      {chart.lines.map((line) => (
        <Box
          component="path"
          key={line}
          d={line}
          sx={{
            fill: 'none',
            stroke: 'var(--mui-palette-primary-main)',
            strokeWidth: 2,
            strokeLinejoin: 'round',
            strokeLinecap: 'round',
          }}
        />
      ))}
      {[...chart.dots, ...(chart.last === null ? [] : [chart.last])].map(({ x, y }) => (
        <Box
          component="circle"
          key={`${x}:${y}`}
          cx={x}
          cy={y}
          r={3}
          sx={{ fill: 'var(--mui-palette-primary-main)' }}
        />
      ))}
    </Box>
  );
}
