import { Box, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

export interface GroupProps {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** Fields that belong together. */
export function Group({ title, help, children }: GroupProps): ReactNode {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <Box>
        <Typography id={id} variant="h3" component="h2">
          {title}
        </Typography>
        {help === undefined ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.25 }}>
            {help}
          </Typography>
        )}
      </Box>
      {children}
    </Box>
  );
}
