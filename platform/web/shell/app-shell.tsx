import { Box } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { AccountMenu } from './account-menu.tsx';
import { AppBarControls } from './app-bar.tsx';
import { BottomNavigation } from './bottom-navigation.tsx';
import { Brand } from './brand.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { NoticeArea } from './notice-area.tsx';
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx';
import { NavigationGroups } from './side-navigation.tsx';

const brandLink = {
  color: 'inherit',
  textDecoration: 'none',
  borderRadius: '8px',
  display: 'inline-block',
} as const;

function SideBar(): ReactNode {
  const t = useText(platformTexts);
  return (
    <Box
      sx={{
        display: { xs: 'none', md: 'flex' },
        flexDirection: 'column',
        width: 256,
        flexShrink: 0,
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      <Box
        component="header"
        sx={{ display: 'flex', alignItems: 'center', minHeight: 76, pl: 2.5, pr: 1.5, pt: 0.5 }}
      >
        <Box component={Link} to="/" sx={{ ...brandLink, mr: 'auto' }}>
          <Brand />
        </Box>
        <AppBarControls bar="side" />
      </Box>
      <Box component="nav" aria-label={t('navigation')} sx={{ flex: 1, overflowY: 'auto', px: 1.5, pt: 0.5 }}>
        <NavigationGroups />
      </Box>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.25,
          p: 1.25,
          borderTop: 1,
          borderColor: 'divider',
        }}
      >
        <AccountMenu />
        <Box sx={{ flex: '0 0 auto', ml: 'auto', display: 'flex' }}>
          <LanguageSwitch />
          <ThemeSwitch />
        </Box>
      </Box>
    </Box>
  );
}

function TopBar(): ReactNode {
  return (
    <Box
      component="header"
      sx={{
        display: { xs: 'flex', md: 'none' },
        alignItems: 'center',
        gap: 0.5,
        height: 56,
        flexShrink: 0,
        pl: 2,
        pr: 1,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Box component={Link} to="/" sx={{ ...brandLink, mr: 'auto' }}>
        <Brand />
      </Box>
      <AppBarControls bar="top" />
      <LanguageSwitch />
      <ThemeSwitch />
      <AccountMenu compact />
    </Box>
  );
}

/** First thing the Tab key reaches: leads past the menus. */
export function SkipLink(): ReactNode {
  const t = useText(platformTexts);
  return (
    <Box
      component="a"
      href="#content"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('content')?.focus();
      }}
      sx={{
        position: 'fixed',
        top: 8,
        left: 8,
        zIndex: 'tooltip',
        px: 2,
        py: 1,
        borderRadius: '10px',
        color: 'primary.contrastText',
        bgcolor: 'primary.main',
        transform: 'translateY(-200%)',
        '&:focus': { transform: 'none' },
      }}
    >
      {t('skip')}
    </Box>
  );
}

/** The window: menus around the screen that is open. The screen scrolls; menus and notices stay. */
export function AppShell(): ReactNode {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shownPath = useRef(pathname);

  useEffect(() => {
    const element = main.current;
    if (element === null || shownPath.current === pathname) return;
    shownPath.current = pathname;
    element.scrollTo({ top: 0 });
    if (!element.contains(document.activeElement)) element.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <Box sx={{ display: 'flex', height: '100dvh', overflow: 'hidden' }}>
      <SkipLink />
      <SideBar />
      <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 }}>
        <TopBar />
        <ConnectionNotice />
        <Box
          component="main"
          id="content"
          ref={main}
          tabIndex={-1}
          sx={{
            flex: 1,
            minHeight: 0,
            overflow: 'auto',
            position: 'relative',
            display: 'flex',
            flexDirection: 'column',
          }}
        >
          <Outlet />
        </Box>
        <BottomNavigation />
      </Box>
      <NoticeArea />
    </Box>
  );
}
