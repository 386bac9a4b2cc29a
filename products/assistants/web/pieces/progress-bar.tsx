import { LinearProgress } from '@mui/material';
import type { ReactNode } from 'react';

export interface ProgressBarProps {
  /** What goes on, for screen readers. */
  readonly label: string;
  /** 0 to 1; null: nobody knows how far it is. */
  readonly share: number | null;
}

/** How far something is; without a share it only shows that something goes on. */
export function ProgressBar({ label, share }: ProgressBarProps): ReactNode {
  return (
    <LinearProgress
      aria-label={label}
      {...(share === null ? {} : { variant: 'determinate', value: share * 100 })}
      sx={{ borderRadius: 2 }}
    />
  );
}
