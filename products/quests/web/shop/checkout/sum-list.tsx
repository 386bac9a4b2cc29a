import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export interface SumRow {
  readonly name: string;
  readonly value: string;
  readonly strong?: boolean;
}

/** Names and sums, one under the other, the last one foremost. */
export function SumList({ rows }: { readonly rows: readonly SumRow[] }): ReactNode {
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 0.75 }}>
      {rows.map(({ name, value, strong = false }) => (
        <Box key={name} sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
          <Typography
            component="dt"
            variant={strong ? 'h3' : 'body1'}
            sx={{ color: strong ? 'text.primary' : 'text.secondary', overflowWrap: 'anywhere' }}
          >
            {name}
          </Typography>
          <Typography
            component="dd"
            variant={strong ? 'h3' : 'body1'}
            sx={{ m: 0, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
          >
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
