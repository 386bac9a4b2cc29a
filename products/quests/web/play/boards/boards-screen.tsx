import EmojiEventsOutlined from '@mui/icons-material/EmojiEventsOutlined';
import { Box, Button, MenuItem, Tab, Tabs, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import {
  EmptyState,
  ErrorNotice,
  ListSkeleton,
  Page,
  useCall,
  useLocalized,
  useSession,
  useText,
} from '#platform/web';
import { getLeaderboard, getQuest, listDictionary } from '../../../contract/index.ts';
import { questPath, questsPath } from '../paths.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';
import { type Board, boardOf, cityOf } from './board.rules.ts';
import { BoardRows } from './board-rows.tsx';

interface BoardProps {
  readonly board: Board;
  readonly questId: string | null;
  readonly city: string | null;
}

function BoardTable({ board, questId, city }: BoardProps): ReactNode {
  const t = useText(playTexts);
  const refusals = useRefusals();
  const query = {
    limit: 50,
    quest_id: board === 'quest' ? (questId ?? undefined) : undefined,
    city: board === 'city' ? (city ?? undefined) : undefined,
  };
  const found = useCall(getLeaderboard, { params: { board }, query });
  if (found.data === undefined) {
    return found.isPending ? (
      <ListSkeleton rows={6} height={52} />
    ) : (
      <ErrorNotice error={found.error} refusals={refusals} onRetry={() => found.refetch()} />
    );
  }
  if (found.data.items.length === 0) {
    const action = (
      <Button component={Link} to={questsPath} variant="contained">
        {t('sessions.choose')}
      </Button>
    );
    return (
      <EmptyState
        icon={EmojiEventsOutlined}
        title={t('boards.empty')}
        hint={t('boards.empty_hint')}
        action={action}
      />
    );
  }
  return <BoardRows lines={found.data.items} mine={found.data.mine} counts={board !== 'quest'} />;
}

function CityChoice({
  city,
  onChange,
}: {
  readonly city: string | null;
  readonly onChange: (city: string) => void;
}): ReactNode {
  const t = useText(playTexts);
  const localized = useLocalized();
  const words = useCall(listDictionary, { params: { kind: 'city' } }, { staleTime: 600_000 });
  const cities = words.data?.items ?? [];
  return (
    <TextField
      select
      fullWidth
      label={t('boards.city_label')}
      value={cities.some(({ code }) => code === city) ? city : ''}
      onChange={({ target }) => onChange(target.value)}
    >
      {cities.map(({ code, name }) => (
        <MenuItem key={code} value={code}>
          {localized(name)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function QuestName({ id }: { readonly id: string }): ReactNode {
  const quest = useCall(getQuest, { params: { id } });
  if (quest.data === undefined) return null;
  return (
    <Typography
      component={Link}
      to={questPath(id)}
      sx={{ color: 'primary.main', fontWeight: 600, textDecoration: 'none' }}
    >
      {quest.data.title}
    </Typography>
  );
}

/** `/leaderboards`: the best of the week, of a city, among friends, of one quest. */
export function BoardsScreen(): ReactNode {
  const t = useText(playTexts);
  const { status } = useSession();
  const [search, setSearch] = useSearchParams();
  const board = boardOf(search.get('board'));
  const questId = search.get('quest');
  const city = cityOf(search.get('city'));
  const change = (next: Readonly<Record<string, string>>): void =>
    setSearch({ ...(questId === null ? {} : { quest: questId }), ...next }, { replace: true });
  const content = (): ReactNode => {
    if (board === 'friends' && status !== 'signed-in') {
      return <EmptyState icon={EmojiEventsOutlined} title={t('boards.sign_in')} />;
    }
    if (board === 'city' && city === null) {
      return <Typography sx={{ color: 'text.secondary' }}>{t('boards.choose_city')}</Typography>;
    }
    if (board === 'quest' && questId === null) {
      return <Typography sx={{ color: 'text.secondary' }}>{t('boards.choose_quest')}</Typography>;
    }
    return <BoardTable board={board} questId={questId} city={city} />;
  };
  return (
    <Page title={t('boards.title')} width="narrow">
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Tabs
          value={board}
          aria-label={t('boards.which')}
          variant="scrollable"
          scrollButtons={false}
          onChange={(_event, next: Board) => change({ board: next })}
        >
          <Tab value="week" label={t('boards.week')} />
          <Tab value="city" label={t('boards.city')} />
          <Tab value="friends" label={t('boards.friends')} />
          {questId === null ? null : <Tab value="quest" label={t('boards.quest')} />}
        </Tabs>
        {board === 'city' ? (
          <CityChoice city={city} onChange={(next) => change({ board, city: next })} />
        ) : null}
        {board === 'quest' && questId !== null ? <QuestName id={questId} /> : null}
        {content()}
      </Box>
    </Page>
  );
}
