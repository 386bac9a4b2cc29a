import DirectionsWalkOutlined from '@mui/icons-material/DirectionsWalkOutlined';
import { Button, Card, Chip, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { EmptyState, type ItemOf, Page, RelativeTime, useCursorList, useText } from '#platform/web';
import { listAllSessions } from '../../../contract/index.ts';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { FilterSelect } from '../pieces/filter-select.tsx';
import { type ChosenQuest, QuestChooser } from '../pieces/quest-chooser.tsx';
import type { Column } from '../pieces/record.ts';
import { Quiet, Records } from '../pieces/records.tsx';
import { StateChip } from '../pieces/state-chip.tsx';
import { useFilters } from '../pieces/use-filters.ts';
import { operationsTexts } from '../texts.ts';
import { sessionColors } from './session-colors.ts';
import { SessionPanel } from './session-panel.tsx';

type Row = ItemOf<typeof listAllSessions>;
const states = ['active', 'finished', 'abandoned'] as const;
const attention = ['yes', 'no'] as const;

function useColumns(onlyOf: (userId: string) => void): readonly Column<Row>[] {
  const t = useText(operationsTexts);
  return [
    {
      key: 'player',
      label: t('sessions.player'),
      cell: ({ player, team_id: team }) => (
        <>
          {player === null ? (
            t('gone')
          ) : (
            <Button
              size="small"
              color="inherit"
              aria-label={`${player.name}: ${t('sessions.all_of_player')}`}
              onClick={() => onlyOf(player.id)}
              sx={{ ml: -1.5, textAlign: 'left' }}
            >
              {player.name}
            </Button>
          )}
          {team === null ? null : <Quiet>{t('sessions.team')}</Quiet>}
        </>
      ),
    },
    {
      key: 'state',
      label: t('state'),
      cell: ({ state, ranked }) => (
        <Stack direction="row" useFlexGap sx={{ gap: 0.75, flexWrap: 'wrap' }}>
          <StateChip state={state} colors={sessionColors} label={t(`sessions.state_${state}`)} />
          {ranked ? null : <Chip size="small" color="warning" label={t('sessions.unranked')} />}
        </Stack>
      ),
    },
    { key: 'score', label: t('sessions.score'), numeric: true, cell: ({ score }) => score },
    { key: 'started', label: t('sessions.started'), cell: (row) => <RelativeTime value={row.started_at} /> },
  ];
}

/** Everybody's walks, with help for stuck players. */
export function SessionsScreen(): ReactNode {
  const t = useText(operationsTexts);
  const filters = useFilters();
  const state = filters.oneOf('state', states);
  const suspicious = filters.oneOf('suspicious', attention);
  const quest = filters.text('quest');
  const user = filters.text('user');
  const open = filters.text('session');
  const [chosen, setChosen] = useState<ChosenQuest | null>(null);
  const columns = useColumns((userId) => filters.set('user', userId));
  const list = useCursorList(
    listAllSessions,
    {
      query: {
        state,
        quest_id: quest,
        user_id: user,
        suspicious: suspicious === undefined ? undefined : suspicious === 'yes',
      },
    },
    { keepPrevious: true },
  );
  const chips = [
    ...(user === undefined ? [] : [{ label: t('only_of'), onDelete: () => filters.set('user', '') }]),
    ...(quest === undefined || chosen !== null
      ? []
      : [{ label: t('only_quest'), onDelete: () => filters.set('quest', '') }]),
  ];
  return (
    <Page title={t('sessions.title')} help={t('sessions.help')}>
      <FilterBar chips={chips}>
        <QuestChooser
          label={t('search_quest')}
          value={chosen}
          onChange={(value) => {
            setChosen(value);
            filters.set('quest', value?.id ?? '');
          }}
        />
        <FilterSelect
          label={t('state')}
          value={state}
          values={states}
          nameOf={(one) => t(`sessions.state_${one}`)}
          onChange={(value) => filters.set('state', value)}
        />
        <FilterSelect
          label={t('sessions.attention')}
          value={suspicious}
          values={attention}
          anyLabel={t('sessions.attention_any')}
          nameOf={(one) => t(`sessions.attention_${one}`)}
          onChange={(value) => filters.set('suspicious', value)}
        />
      </FilterBar>
      <Records
        list={list}
        keyOf={({ id }) => id}
        label={t('sessions.label')}
        heading={{ key: 'quest', label: t('sessions.quest'), cell: ({ title }) => title }}
        columns={columns}
        actions={({ id, title }) => (
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            aria-label={`${t('open')}: ${title}`}
            onClick={() => filters.set('session', id)}
          >
            {t('open')}
          </Button>
        )}
        empty={
          <Card>
            <EmptyState
              icon={DirectionsWalkOutlined}
              title={t('sessions.empty')}
              hint={t('sessions.empty_hint')}
            />
          </Card>
        }
      />
      {open === undefined ? null : (
        <SessionPanel sessionId={open} onClose={() => filters.set('session', '')} />
      )}
    </Page>
  );
}
