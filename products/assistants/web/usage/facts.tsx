import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Below the value. */
  readonly note?: string | undefined;
}

/** Figures side by side: what each is, how much, and what there is to know about it. */
export function Facts({
  facts,
  label,
}: {
  readonly facts: readonly Fact[];
  readonly label: string;
}): ReactNode {
  return (
    <Box
      component="dl"
      aria-label={label}
      sx={{
        m: 0,
        display: 'grid',
        gap: { xs: 1, sm: 2 },
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(auto-fit, minmax(150px, 1fr))' },
      }}
    >
      {facts.map(({ name, value, note }) => (
        <Card key={name} sx={{ p: { xs: 1.5, sm: 2 }, minWidth: 0 }}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {name}
          </Typography>
          <Typography
            component="dd"
            variant="h2"
            sx={{ m: 0, mt: 0.25, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' }}
          >
            {value}
          </Typography>
          {note === undefined ? null : (
            <Typography component="dd" variant="caption" sx={{ m: 0, color: 'text.secondary' }}>
              {note}
            </Typography>
          )}
        </Card>
      ))}
    </Box>
  );
}
