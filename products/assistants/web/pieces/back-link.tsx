import ArrowBackRounded from '@mui/icons-material/ArrowBackRounded';
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** Leads from a page to the one above it. */
export function BackLink({ to, children }: { readonly to: string; readonly children: string }): ReactNode {
  return (
    <Button
      size="small"
      color="inherit"
      startIcon={<ArrowBackRounded fontSize="small" />}
      component={Link}
      to={to}
      sx={{ mb: 1, ml: -1, color: 'text.secondary', maxWidth: '100%', textAlign: 'start' }}
    >
      {children}
    </Button>
  );
}
