import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { IconType } from '../modules/screen.ts';

export interface EmptyStateProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly icon?: IconType;
  /** `h1` where it is the whole screen; a paragraph otherwise. */
  readonly heading?: 'h1' | 'h2' | 'p';
  /** What the person can do about it. */
  readonly action?: ReactNode;
}

/** Where nothing is yet: says so, why, and what to do first. */
export function EmptyState({ title, hint, icon: Icon, heading = 'p', action }: EmptyStateProps): ReactNode {
  return (
    <Stack sx={{ alignItems: 'center', textAlign: 'center', px: 3, py: { xs: 5, sm: 8 }, gap: 1.5 }}>
      {Icon === undefined ? null : (
        <Box
          aria-hidden
          sx={{
            display: 'grid',
            placeItems: 'center',
            width: 56,
            height: 56,
            borderRadius: '16px',
            color: 'primary.main',
            bgcolor: 'action.selected',
          }}
        >
          <Icon fontSize="medium" />
        </Box>
      )}
      <Typography variant="h3" component={heading}>
        {title}
      </Typography>
      {hint === undefined ? null : (
        <Typography component="div" variant="body2" sx={{ color: 'text.secondary', maxWidth: '46ch' }}>
          {hint}
        </Typography>
      )}
      {action === undefined ? null : <Box sx={{ mt: 1 }}>{action}</Box>}
    </Stack>
  );
}
