import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useSeriesColors, useText } from '#platform/web';
import { memoryTexts } from '../texts.ts';
import { useDecimal } from '../use-decimal.ts';
import { barsOf, type Contribution } from './explain.rules.ts';
import { useStageName } from './stage-names.ts';

const order = ['lexical', 'neighbours', 'session', 'latent', 'embedding', 'drill_down'];

export interface ExplainBarProps {
  readonly explain: readonly Contribution[];
  /** The best score of all results: bars of one report share a scale. */
  readonly best: number;
}

/** A score as one bar cut by stages, with a legend that says the same in words. */
export function ExplainBar({ explain, best }: ExplainBarProps): ReactNode {
  const t = useText(memoryTexts);
  const decimal = useDecimal(2);
  const colors = useSeriesColors();
  const nameOf = useStageName();
  const { raising, lowering } = barsOf(explain, best);
  const colorOf = (stage: string): string => {
    const index = order.indexOf(stage);
    return colors[index < 0 ? colors.length - 1 : index % colors.length] ?? 'currentcolor';
  };
  return (
    <Box>
      <Box
        aria-hidden
        sx={{
          display: 'flex',
          gap: '2px',
          height: 6,
          borderRadius: 3,
          bgcolor: 'action.selected',
          overflow: 'hidden',
        }}
      >
        {raising.map(({ stage, width }) => (
          <Box key={stage} sx={{ width: `${width}%`, bgcolor: colorOf(stage) }} />
        ))}
      </Box>
      <Box
        component="ul"
        aria-label={t('recall.why')}
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          mt: 0.75,
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 1.5,
          typography: 'caption',
          color: 'text.secondary',
        }}
      >
        {[...raising, ...lowering].map(({ stage, contribution }) => (
          <Box component="li" key={stage} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
            <Box aria-hidden sx={{ width: 8, height: 8, borderRadius: '2px', bgcolor: colorOf(stage) }} />
            {nameOf(stage)} {contribution > 0 ? '+' : '−'}
            {decimal(Math.abs(contribution))}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
