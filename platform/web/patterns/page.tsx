import { Box, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';

export interface PageProps {
  readonly title: string;
  /** One or two sentences under the title. */
  readonly help?: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** `narrow` for forms and text (720 px), `wide` (default, 1120 px), `full`. */
  readonly width?: 'narrow' | 'wide' | 'full';
  readonly children?: ReactNode;
}

const widths = { narrow: 720, wide: 1120, full: 'none' } as const;

/** Sets the document's title while the component is shown. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Quintet`;
  }, [title]);
}

/** A screen's frame: one first heading, what it is for, its actions, and the content in a readable column. */
export function Page({ title, help, actions, width = 'wide', children }: PageProps): ReactNode {
  useDocumentTitle(title);
  return (
    <Box sx={{ maxWidth: widths[width], mx: 'auto', width: '100%' }}>
      <Stack
        direction={{ xs: 'column', sm: 'row' }}
        spacing={2}
        sx={{ mb: 3, alignItems: { xs: 'stretch', sm: 'flex-start' }, justifyContent: 'space-between' }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          {help === undefined ? null : (
            <Typography component="div" sx={{ color: 'text.secondary', mt: 0.75, maxWidth: '68ch' }}>
              {help}
            </Typography>
          )}
        </Box>
        {actions === undefined ? null : (
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', flexShrink: 0 }}>
            {actions}
          </Stack>
        )}
      </Stack>
      {children}
    </Box>
  );
}
