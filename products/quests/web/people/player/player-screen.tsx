import PersonOffOutlined from '@mui/icons-material/PersonOffOutlined';
import { Button, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import {
  EmptyState,
  ErrorNotice,
  ListSkeleton,
  Page,
  useCall,
  useDocumentTitle,
  useText,
} from '#platform/web';
import { getPlayer, type Player } from '../../../contract/index.ts';
import { usePeopleRefusals } from '../refusals.ts';
import { peopleTexts } from '../texts.ts';
import { Achievements } from './achievements.tsx';
import { Figures } from './figures.tsx';
import { PlayerHead } from './player-head.tsx';
import { WrittenQuests } from './written-quests.tsx';

function PlayerPage({ player }: { readonly player: Player }): ReactNode {
  useDocumentTitle(player.name);
  return (
    <Stack spacing={4} sx={{ maxWidth: 1_120, mx: 'auto' }}>
      <PlayerHead player={player} />
      <Figures player={player} />
      <Achievements playerId={player.id} />
      <WrittenQuests authorId={player.id} own={player.relation === 'self'} />
    </Stack>
  );
}

/** A player's page; `/players/me` is one's own. */
export function PlayerScreen(): ReactNode {
  const t = useText(peopleTexts);
  const refusals = usePeopleRefusals();
  const { id = 'me' } = useParams();
  const { data, error, refetch } = useCall(getPlayer, { params: { id } });
  if (data !== undefined) return <PlayerPage player={data} />;
  if (error?.status === 404 || error?.status === 422) {
    return (
      <EmptyState
        icon={PersonOffOutlined}
        heading="h1"
        title={t('player.not_found')}
        hint={t('player.not_found_hint')}
        action={
          <Button component={Link} to="/friends" variant="outlined">
            {t('player.to_friends')}
          </Button>
        }
      />
    );
  }
  return (
    <Page title={t('player.loading')}>
      {error === null ? (
        <ListSkeleton rows={3} height={112} />
      ) : (
        <ErrorNotice error={error} refusals={refusals} onRetry={refetch} />
      )}
    </Page>
  );
}
