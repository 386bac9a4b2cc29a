import { Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useDocumentTitle } from '#platform/web';

export interface BarePageProps {
  readonly title: string;
  readonly help?: ReactNode;
  /** Links under a line. */
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
}

/** The inside of a card before somebody is signed in: heading, help, form, ways elsewhere. */
export function BarePage({ title, help, foot, children }: BarePageProps): ReactNode {
  useDocumentTitle(title);
  return (
    <Stack spacing={3}>
      <Stack spacing={1}>
        <Typography variant="h1" sx={{ fontSize: '1.5rem' }}>
          {title}
        </Typography>
        {help === undefined ? null : (
          <Typography component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {help}
          </Typography>
        )}
      </Stack>
      {children}
      {foot === undefined ? null : (
        <Stack
          direction="row"
          useFlexGap
          spacing={1}
          sx={{
            flexWrap: 'wrap',
            justifyContent: 'center',
            pt: 2.5,
            borderTop: 1,
            borderColor: 'divider',
            fontSize: '0.9375rem',
            color: 'text.secondary',
          }}
        >
          {foot}
        </Stack>
      )}
    </Stack>
  );
}
