import ExploreOutlined from '@mui/icons-material/ExploreOutlined';
import { Card, TextField } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import { EmptyState, Page, useCursorList, useLocalized, useText } from '#platform/web';
import { listAllQuests, type QuestCard } from '../../../contract/index.ts';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { FilterSelect } from '../pieces/filter-select.tsx';
import { useMoney } from '../pieces/formats.ts';
import type { Column } from '../pieces/record.ts';
import { Quiet, Records } from '../pieces/records.tsx';
import { StateChip } from '../pieces/state-chip.tsx';
import { useFilters } from '../pieces/use-filters.ts';
import { useSettled } from '../pieces/use-settled.ts';
import { operationsTexts } from '../texts.ts';
import { QuestActions } from './quest-actions.tsx';

const states = ['draft', 'in_review', 'published', 'archived'] as const;
const colors = { draft: 'default', in_review: 'warning', published: 'success', archived: 'default' } as const;

function useColumns(): readonly Column<QuestCard>[] {
  const t = useText(operationsTexts);
  const localized = useLocalized();
  const money = useMoney();
  return [
    {
      key: 'state',
      label: t('state'),
      cell: ({ state }) => <StateChip state={state} colors={colors} label={t(`quests.state_${state}`)} />,
    },
    { key: 'author', label: t('quests.author'), cell: ({ author }) => author.name },
    { key: 'city', label: t('quests.city'), cell: ({ city }) => localized(city.name) },
    {
      key: 'price',
      label: t('quests.price'),
      numeric: true,
      cell: ({ price }) => (price.amount === 0 ? t('quests.free') : money(price.amount, price.currency)),
    },
    { key: 'finished', label: t('quests.finished'), numeric: true, cell: (quest) => quest.finished_count },
  ];
}

/** Quests of everybody for editors. */
export function QuestsScreen(): ReactNode {
  const t = useText(operationsTexts);
  const filters = useFilters();
  const { set } = filters;
  const state = filters.oneOf('state', states);
  const author = filters.text('author');
  const [typed, setTyped] = useState(filters.text('q') ?? '');
  const words = useSettled(typed.trim());
  useEffect(() => set('q', words), [words, set]);
  const columns = useColumns();
  const list = useCursorList(
    listAllQuests,
    { query: { state, author_id: author, q: words === '' ? undefined : words } },
    { keepPrevious: true },
  );
  const chips =
    author === undefined ? [] : [{ label: t('only_of'), onDelete: () => filters.set('author', '') }];
  return (
    <Page title={t('quests.title')} help={t('quests.help')}>
      <FilterBar chips={chips}>
        <TextField
          type="search"
          label={t('quests.search')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          sx={{ flex: { xs: '1 1 100%', sm: 1 }, minWidth: { sm: 240 } }}
          slotProps={{ htmlInput: { maxLength: 100 } }}
        />
        <FilterSelect
          label={t('state')}
          value={state}
          values={states}
          nameOf={(one) => t(`quests.state_${one}`)}
          onChange={(value) => filters.set('state', value)}
        />
      </FilterBar>
      <Records
        list={list}
        keyOf={({ id }) => id}
        label={t('quests.label')}
        heading={{
          key: 'quest',
          label: t('quests.quest'),
          cell: ({ title, summary }) => (
            <>
              {title}
              {summary === '' ? null : <Quiet>{summary}</Quiet>}
            </>
          ),
        }}
        columns={columns}
        actions={(quest) => <QuestActions quest={quest} />}
        empty={
          <Card>
            <EmptyState icon={ExploreOutlined} title={t('quests.empty')} hint={t('quests.empty_hint')} />
          </Card>
        }
      />
    </Page>
  );
}
