import DirectionsWalkOutlined from '@mui/icons-material/DirectionsWalkOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CursorList, DataList, EmptyState, ListSkeleton, Page, useCursorList, useText } from '#platform/web';
import { listSessions } from '../../../contract/index.ts';
import { questsPath } from '../paths.ts';
import { playTexts } from '../texts.ts';
import { SessionRow } from './session-row.tsx';
import { useKeptSessions } from './use-kept-sessions.ts';

function Empty(): ReactNode {
  const t = useText(playTexts);
  return (
    <EmptyState
      icon={DirectionsWalkOutlined}
      title={t('sessions.empty')}
      hint={t('sessions.empty_hint')}
      action={
        <Button component={Link} to={questsPath} variant="contained">
          {t('sessions.choose')}
        </Button>
      }
    />
  );
}

/** Without network: what this phone has. */
function KeptOnly(): ReactNode {
  const t = useText(playTexts);
  const kept = useKeptSessions();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Alert severity="info" variant="outlined">
        {t('sessions.offline')}
      </Alert>
      <DataList items={kept.map(({ base }) => base)} keyOf={({ id }) => id} label={t('sessions.title')}>
        {(session) => <SessionRow session={session} isKept />}
      </DataList>
    </Box>
  );
}

/** `/play`: where one is on the way, and where one has been. */
export function SessionsScreen(): ReactNode {
  const t = useText(playTexts);
  const active = useCursorList(listSessions, { query: { state: 'active' } });
  const all = useCursorList(listSessions, { query: {} });
  const kept = useKeptSessions();
  const isKept = (id: string): boolean => kept.some((one) => one.id === id && one.pack !== null);
  const past = { ...all, items: all.items.filter(({ state }) => state !== 'active') };
  const content = (): ReactNode => {
    if (active.error?.passing === true && active.items.length === 0) return <KeptOnly />;
    if (active.isPending || all.isPending) return <ListSkeleton />;
    if (active.error === null && all.error === null && all.items.length === 0) return <Empty />;
    return (
      <Box sx={{ display: 'grid', gap: 4 }}>
        <Box component="section">
          <Typography variant="h2" sx={{ mb: 1.5 }}>
            {t('sessions.active')}
          </Typography>
          <CursorList
            list={active}
            keyOf={({ id }) => id}
            label={t('sessions.active')}
            empty={<Typography sx={{ color: 'text.secondary' }}>{t('sessions.no_active')}</Typography>}
          >
            {(session) => <SessionRow session={session} isKept={isKept(session.id)} />}
          </CursorList>
        </Box>
        {past.items.length === 0 && !all.hasMore ? null : (
          <Box component="section">
            <Typography variant="h2" sx={{ mb: 1.5 }}>
              {t('sessions.history')}
            </Typography>
            <CursorList list={past} keyOf={({ id }) => id} label={t('sessions.history')} empty={null}>
              {(session) => <SessionRow session={session} isKept={false} />}
            </CursorList>
          </Box>
        )}
      </Box>
    );
  };
  return (
    <Page title={t('sessions.title')} width="narrow">
      {content()}
    </Page>
  );
}
