import { Box, Card, Link, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Link as RouterLink } from 'react-router';
import { useText } from '#platform/web';
import { usageTexts } from './texts.ts';
import { amountOf, type Counts, type Measure, ranked, widthOf } from './usage.rules.ts';
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
  const id = useId();
  // A shortened number is spoken of in thousands, whatever it ends with.
  const tokens = (count: number): string =>
    t('count.tokens', { count: count < 10_000 ? count : 1_000, shown: formats.short(count) });
  const largest = Math.max(0, ...lines.map((line) => amountOf(line, measure)));
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: { xs: 2, sm: 2.5 }, minWidth: 0 }}>
      <Typography id={id} variant="h3" component="h2" sx={{ mb: 1.5 }}>
        {title}
      </Typography>
      <Box
        component="ol"
        aria-labelledby={id}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}
      >
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
              <Box aria-hidden sx={{ my: 0.5, height: 6, borderRadius: 3, bgcolor: 'action.hover' }}>
                <Box
                  sx={{ height: '100%', borderRadius: 3, bgcolor: 'primary.main' }}
                  style={{ width: `${widthOf(value, largest)}%` }}
                />
              </Box>
              <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                {others.join(' · ')}
              </Typography>
            </Box>
          );
        })}
      </Box>
    </Card>
  );
}
