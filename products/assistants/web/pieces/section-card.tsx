import { Box, Card, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

export interface SectionCardProps {
  readonly title: string;
  readonly help?: string | undefined;
  /** Controls beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page on a card, named by its heading. */
export function SectionCard({ title, help, actions, children }: SectionCardProps): ReactNode {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: { xs: 2, sm: 2.5 }, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <Typography id={id} variant="h3" component="h2" sx={{ flexGrow: 1 }}>
          {title}
        </Typography>
        {actions}
      </Box>
      {help === undefined ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5, maxWidth: '68ch' }}>
          {help}
        </Typography>
      )}
      {children}
    </Card>
  );
}
