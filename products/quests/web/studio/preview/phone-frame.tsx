import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** A phone's screen around what players see. */
export function PhoneFrame({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Box
      role="region"
      aria-label={label}
      // What does not fit is scrolled, by keys too.
      tabIndex={0}
      sx={{
        width: '100%',
        mx: { xs: 'auto', md: 0 },
        maxWidth: 390,
        height: { xs: 'auto', md: 640 },
        minHeight: 320,
        overflowY: 'auto',
        border: '6px solid',
        borderColor: 'divider',
        borderRadius: '28px',
        bgcolor: 'background.default',
      }}
    >
      {children}
    </Box>
  );
}
