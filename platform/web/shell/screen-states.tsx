import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import ExploreOffOutlined from '@mui/icons-material/ExploreOffOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import SystemUpdateAltRounded from '@mui/icons-material/SystemUpdateAltRounded';
import { Box, Button, Skeleton, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { EmptyState } from '../patterns/empty-state.tsx';
import { useDocumentTitle } from '../patterns/page.tsx';

function HomeButton(): ReactNode {
  const t = useText(platformTexts);
  return (
    <Button component={Link} to="/" variant="outlined" color="inherit">
      {t('home')}
    </Button>
  );
}

/** 404. */
export function NotFoundState(): ReactNode {
  const t = useText(platformTexts);
  useDocumentTitle(t('screen.not_found'));
  return (
    <EmptyState
      heading="h1"
      icon={ExploreOffOutlined}
      title={t('screen.not_found')}
      hint={t('screen.not_found_hint')}
      action={<HomeButton />}
    />
  );
}

/** The person is known and may not open this. */
export function ForbiddenState(): ReactNode {
  const t = useText(platformTexts);
  useDocumentTitle(t('screen.forbidden'));
  return (
    <EmptyState
      heading="h1"
      icon={LockOutlined}
      title={t('screen.forbidden')}
      hint={t('screen.forbidden_hint')}
      action={<HomeButton />}
    />
  );
}

/** A fault of the program on one screen. */
export function BrokenState({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  const t = useText(platformTexts);
  return (
    <Box role="alert">
      <EmptyState
        heading="h1"
        icon={ErrorOutlineRounded}
        title={t('screen.broken')}
        hint={t('screen.broken_hint')}
        action={
          <Stack direction="row" spacing={1}>
            <Button variant="contained" onClick={onRetry}>
              {t('retry')}
            </Button>
            <HomeButton />
          </Stack>
        }
      />
    </Box>
  );
}

/** The screen's code could not be loaded, mostly because a newer version replaced it. */
export function OutdatedState({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  const t = useText(platformTexts);
  return (
    <Box role="alert">
      <EmptyState
        heading="h1"
        icon={SystemUpdateAltRounded}
        title={t('screen.outdated')}
        hint={t('screen.outdated_hint')}
        action={
          <Stack direction="row" spacing={1}>
            <Button variant="contained" onClick={() => location.reload()}>
              {t('screen.reload')}
            </Button>
            <Button variant="outlined" color="inherit" onClick={onRetry}>
              {t('retry')}
            </Button>
          </Stack>
        }
      />
    </Box>
  );
}

/** In the place of a screen that is loading. */
export function ScreenSkeleton(): ReactNode {
  return (
    <Box aria-busy sx={{ maxWidth: 1120, mx: 'auto', width: '100%' }}>
      <Skeleton variant="text" sx={{ fontSize: '2rem', width: 'min(320px, 60%)' }} />
      <Skeleton variant="text" sx={{ width: 'min(520px, 90%)', mb: 3 }} />
      <Stack spacing={2}>
        <Skeleton variant="rounded" height={120} />
        <Skeleton variant="rounded" height={240} />
      </Stack>
    </Box>
  );
}
