import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { ShareBar } from '../share-bar.tsx';
import type { Formats } from '../use-formats.ts';

export interface ShareListProps {
  readonly label: string;
  readonly lines: readonly { readonly key: string; readonly name: string; readonly value: number }[];
  readonly formats: Formats;
}

/** Names with how often each came, the most first, with a bar for the share. */
export function ShareList({ label, lines, formats }: ShareListProps): ReactNode {
  const largest = Math.max(0, ...lines.map(({ value }) => value));
  return (
    <Box component="ol" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 }}>
      {lines
        .toSorted((one, other) => other.value - one.value)
        .map(({ key, name, value }) => (
          <Box component="li" key={key}>
            <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
              <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                {name}
              </Typography>
              <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>
                {formats.number(value)}
              </Typography>
            </Box>
            <ShareBar value={value} largest={largest} />
          </Box>
        ))}
    </Box>
  );
}
