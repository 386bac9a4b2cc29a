import MoreHorizRounded from '@mui/icons-material/MoreHorizRounded';
import { Box, ButtonBase } from '@mui/material';
import { lazy, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useLocalized } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.ts';
import type { IconType } from '../modules/screen.ts';
import { Late } from './late.tsx';
import { useActivePath, useEntries } from './use-entries.ts';

const NavigationSheet = lazy(async () => ({
  default: (await import('./navigation-sheet.tsx')).NavigationSheet,
}));

const shown = 4;

interface TabProps {
  readonly icon: IconType;
  readonly label: string;
  readonly current: boolean;
}

function TabContent({ icon: Icon, label, current }: TabProps): ReactNode {
  return (
    <Box
      component="span"
      sx={{ display: 'grid', justifyItems: 'center', gap: 0.25, minWidth: 0, width: '100%' }}
    >
      <Box
        component="span"
        sx={{
          display: 'grid',
          placeItems: 'center',
          width: 52,
          height: 28,
          borderRadius: '14px',
          bgcolor: current ? 'action.selected' : 'transparent',
        }}
      >
        <Icon fontSize="small" />
      </Box>
      <Box
        component="span"
        sx={{
          fontSize: '0.6875rem',
          letterSpacing: '-0.015em',
          fontWeight: current ? 640 : 500,
          maxWidth: '100%',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {label}
      </Box>
    </Box>
  );
}

const tabStyle = (current: boolean) => ({
  flex: 1,
  minWidth: 0,
  py: 0.75,
  px: 0.25,
  color: current ? 'primary.main' : 'text.secondary',
});

/** The main menu on narrow windows: the first four screens at thumb's reach, the rest in a sheet. */
export function BottomNavigation(): ReactNode {
  const t = useText(platformTexts);
  const localized = useLocalized();
  const [open, setOpen] = useState(false);
  const own = useEntries('module');
  const all = [...own, ...useEntries('administration')];
  const active = useActivePath(all);
  if (all.length === 0) return null;
  const direct = all.length <= shown + 1 ? all : all.slice(0, shown);
  const rest = direct.length < all.length;
  const elsewhere = active !== undefined && !direct.some(({ screen }) => screen.path === active);
  return (
    <>
      <Box
        component="nav"
        aria-label={t('navigation')}
        sx={{
          display: { xs: 'flex', md: 'none' },
          flexShrink: 0,
          borderTop: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
          pb: 'env(safe-area-inset-bottom)',
        }}
      >
        {direct.map(({ screen }) => {
          const current = screen.path === active;
          return (
            <ButtonBase
              key={screen.path}
              component={Link}
              to={screen.path}
              aria-current={current ? 'page' : undefined}
              sx={tabStyle(current)}
            >
              <TabContent icon={screen.nav.icon} label={localized(screen.title)} current={current} />
            </ButtonBase>
          );
        })}
        {rest ? (
          <ButtonBase
            aria-haspopup="dialog"
            aria-expanded={open}
            onClick={() => setOpen(true)}
            sx={tabStyle(elsewhere)}
          >
            <TabContent icon={MoreHorizRounded} label={t('more')} current={elsewhere} />
          </ButtonBase>
        ) : null}
      </Box>
      <Late wanted={open}>
        <NavigationSheet open={open} onClose={() => setOpen(false)} />
      </Late>
    </>
  );
}
