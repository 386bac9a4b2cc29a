import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { widthOf } from './usage.rules.ts';

export interface ShareBarProps {
  readonly value: number;
  /** Of those it stands among: its bar is full. */
  readonly largest: number;
}

/** A value as a bar; nothing for screen readers: the number stands beside it. */
export function ShareBar({ value, largest }: ShareBarProps): ReactNode {
  return (
    <Box aria-hidden sx={{ my: 0.5, height: 6, borderRadius: 3, bgcolor: 'action.hover' }}>
      <Box
        sx={{ height: '100%', borderRadius: 3, bgcolor: 'primary.main' }}
        style={{ width: `${widthOf(value, largest)}%` }}
      />
    </Box>
  );
}
