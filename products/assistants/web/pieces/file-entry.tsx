import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { IconType } from '#platform/web';

export interface FileEntryProps {
  readonly icon: IconType;
  readonly title: string;
  /** Where it can be read; null: nowhere yet. */
  readonly to: string | null;
  /** Beside the title, when there is something to tell. */
  readonly state: ReactNode;
  /** Facts below the title, and what hinders the file. */
  readonly children: ReactNode;
  /** What can be done with it. */
  readonly actions: ReactNode;
}

/** A file in a list of those that were uploaded. */
export function FileEntry({ icon: Icon, title, to, state, children, actions }: FileEntryProps): ReactNode {
  const titleSx = { fontWeight: 560, overflowWrap: 'anywhere', minWidth: 0 };
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', py: 1.25, minWidth: 0 }}>
      <Box aria-hidden sx={{ display: 'grid', color: 'text.secondary', mt: 0.25 }}>
        <Icon />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.5 }}>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', minWidth: 0 }}>
          {to === null ? (
            <Typography sx={titleSx}>{title}</Typography>
          ) : (
            <Link component={RouterLink} to={to} color="inherit" sx={titleSx}>
              {title}
            </Link>
          )}
          {state}
        </Box>
        {children}
      </Box>
      {actions}
    </Box>
  );
}
