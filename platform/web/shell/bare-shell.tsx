import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, Outlet } from 'react-router';
import { Brand } from './brand.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { NoticeArea } from './notice-area.tsx';
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx';

/** A card in the middle, for screens before somebody is signed in. */
export function BareShell(): ReactNode {
  return (
    <Box sx={{ minHeight: '100dvh', display: 'flex', flexDirection: 'column' }}>
      <ConnectionNotice />
      <Box
        component="header"
        sx={{ display: 'flex', alignItems: 'center', px: { xs: 2, sm: 3 }, height: 64 }}
      >
        <Box
          component={Link}
          to="/"
          sx={{ color: 'inherit', textDecoration: 'none', mr: 'auto', borderRadius: '8px' }}
        >
          <Brand />
        </Box>
        <LanguageSwitch />
        <ThemeSwitch />
      </Box>
      <Box
        component="main"
        id="content"
        tabIndex={-1}
        sx={{
          flex: 1,
          display: 'grid',
          alignItems: { xs: 'start', sm: 'center' },
          justifyItems: 'center',
          px: 2,
          pb: { xs: 4, sm: 12 },
        }}
      >
        <Box
          sx={{
            width: '100%',
            maxWidth: 440,
            p: { xs: 2.5, sm: 4 },
            border: 1,
            borderColor: 'divider',
            borderRadius: '14px',
            bgcolor: 'background.paper',
          }}
        >
          <Outlet />
        </Box>
      </Box>
      <NoticeArea />
    </Box>
  );
}
