import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { useText } from '#platform/web';
import { SectionCard } from '../pieces/section-card.tsx';
import { ShareBar } from './share-bar.tsx';
import { usageTexts } from './texts.ts';
import { amountOf, type Counts, type Measure, ranked } from './usage.rules.ts';
import type { Formats } from './use-formats.ts';

export interface BreakdownLine extends Counts {
  readonly key: string;
  readonly name: string;
  /** Where more about it is told. */
  readonly to?: string;
}

export interface BreakdownProps {
  readonly title: string;
  readonly lines: readonly BreakdownLine[];
  readonly measure: Measure;
  readonly formats: Formats;
}

/** Who or what used how much, the most first, with a bar for the share. */
export function Breakdown({ title, lines, measure, formats }: BreakdownProps): ReactNode {
  const t = useText(usageTexts);
  // A shortened number is spoken of in thousands, whatever it ends with.
  const tokens = (count: number): string =>
    t('count.tokens', { count: count < 10_000 ? count : 1_000, shown: formats.short(count) });
  const largest = Math.max(0, ...lines.map((line) => amountOf(line, measure)));
  return (
    <SectionCard title={title}>
      <Box component="ol" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {ranked(lines, measure).map((line) => {
          const { key, name, to, requests, input_tokens: input, output_tokens: output, cost } = line;
          const value = amountOf(line, measure);
          const others = [
            ...(measure === 'requests' ? [] : [t('count.requests', { count: requests })]),
            ...(measure === 'tokens' ? [] : [tokens(input + output)]),
            ...(measure === 'cost' ? [] : [formats.money(cost)]),
          ];
          return (
            <Box component="li" key={key} sx={{ minWidth: 0 }}>
              <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
                <Typography
                  variant="body2"
                  sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', fontWeight: 600 }}
                >
                  {to === undefined ? (
                    name
                  ) : (
                    <Link component={RouterLink} to={to} underline="hover">
                      {name}
                    </Link>
                  )}
                </Typography>
                <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>
                  {formats.measured(value, measure)}
                </Typography>
              </Box>
              <ShareBar value={value} largest={largest} />
              <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                {others.join(' · ')}
              </Typography>
            </Box>
          );
        })}
      </Box>
    </SectionCard>
  );
}
