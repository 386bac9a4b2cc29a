import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** A share of those who set out, as a bar: those who did it, then those who only came. The figures stand beside it. */
export function ShareBar({ done, came }: { readonly done: number; readonly came: number }): ReactNode {
  const percent = (share: number): string => `${Math.min(100, Math.max(0, share * 100)).toFixed(1)}%`;
  return (
    <Box
      aria-hidden
      sx={{ display: 'flex', height: 8, borderRadius: '4px', overflow: 'hidden', bgcolor: 'action.hover' }}
    >
      <Box sx={{ width: percent(done), bgcolor: 'primary.main' }} />
      <Box sx={{ width: percent(came - done), bgcolor: 'primary.main', opacity: 0.35 }} />
    </Box>
  );
}
