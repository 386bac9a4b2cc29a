import { Box, Card, CardContent, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

export interface CareCardProps {
  readonly title: string;
  readonly help: ReactNode;
  readonly children: ReactNode;
}

/** One part of the page: what it does in plain words, then the doing. */
export function CareCard({ title, help, children }: CareCardProps): ReactNode {
  const titleId = useId();
  return (
    <Card component="section" aria-labelledby={titleId}>
      <CardContent sx={{ display: 'grid', gap: 2 }}>
        <Box>
          <Typography id={titleId} variant="h2" sx={{ mb: 0.5 }}>
            {title}
          </Typography>
          <Typography variant="body2" component="div" sx={{ color: 'text.secondary', maxWidth: '64ch' }}>
            {help}
          </Typography>
        </Box>
        {children}
      </CardContent>
    </Card>
  );
}
