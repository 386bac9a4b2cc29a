import { Box, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

export interface TitledSectionProps {
  readonly title: string;
  readonly help?: string | undefined;
  readonly heading?: 'h2' | 'h3';
  readonly children: ReactNode;
}

/** A part of a page, named by its heading. */
export function TitledSection({ title, help, heading = 'h2', children }: TitledSectionProps): ReactNode {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 }}
    >
      <Box>
        <Typography id={id} variant="h3" component={heading} sx={{ overflowWrap: 'anywhere' }}>
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
