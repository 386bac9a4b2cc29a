import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export interface BlockProps {
  readonly title: string;
  /** How many; shown beside the title. */
  readonly count?: number;
  readonly children: ReactNode;
}

/** A part of the results with a heading. */
export function Block({ title, count, children }: BlockProps): ReactNode {
  return (
    <Box
      component="section"
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        bgcolor: 'background.paper',
        p: { xs: 1.5, sm: 2 },
        minWidth: 0,
      }}
    >
      <Typography component="h2" sx={{ fontWeight: 650, mb: 1 }}>
        {title}
        {count === undefined || count === 0 ? null : (
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 500, ml: 1 }}>
            {count}
          </Box>
        )}
      </Typography>
      {children}
    </Box>
  );
}

/** Nothing is wrong here. */
export function Fine({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {children}
    </Typography>
  );
}
