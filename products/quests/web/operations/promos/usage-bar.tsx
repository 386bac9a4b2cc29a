import { Box, LinearProgress } from '@mui/material';
import type { ReactNode } from 'react';

interface UsageBarProps {
  readonly used: number;
  /** Null has no end and shows no bar. */
  readonly limit: number | null;
  readonly text: string;
  /** Read out instead of the bar. */
  readonly label: string;
}

/** How much of a limit is used up. */
export function UsageBar({ used, limit, text, label }: UsageBarProps): ReactNode {
  const share = limit === null ? 0 : Math.min(100, (used / limit) * 100);
  return (
    <Box sx={{ minWidth: 110 }}>
      {text}
      {limit === null ? null : (
        <LinearProgress
          variant="determinate"
          value={share}
          color={share >= 90 ? 'warning' : 'primary'}
          aria-label={label}
          sx={{ mt: 0.5, height: 6, borderRadius: '3px' }}
        />
      )}
    </Box>
  );
}
