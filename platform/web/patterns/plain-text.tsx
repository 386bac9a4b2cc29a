import { Box } from '@mui/material';
import type { ReactNode } from 'react';

export interface PlainTextProps {
  readonly children: string;
}

/** Text somebody wrote, shown as it is: line breaks kept, long words broken, nothing in it is ever markup. */
export function PlainText({ children }: PlainTextProps): ReactNode {
  return (
    <Box
      component="span"
      dir="auto"
      sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', display: 'block' }}
    >
      {children}
    </Box>
  );
}
