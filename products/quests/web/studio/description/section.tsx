import { Box, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly help?: ReactNode;
  readonly children: ReactNode;
}

/** A group of fields under a heading. */
export function Section({ title, help, children }: SectionProps): ReactNode {
  const titleId = useId();
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <div>
        <Typography id={titleId} variant="h2">
          {title}
        </Typography>
        {help === undefined ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
            {help}
          </Typography>
        )}
      </div>
      {children}
    </Box>
  );
}
