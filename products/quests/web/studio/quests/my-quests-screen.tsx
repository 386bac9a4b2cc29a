import AddOutlined from '@mui/icons-material/AddOutlined';
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import { Button, Chip, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { CursorList, EmptyState, Page, useCursorList, useText } from '#platform/web';
import { listMyQuests, type QuestDraft } from '../../../contract/index.ts';
import { studioTexts } from '../texts.ts';
import { CreateDialog } from './create-dialog.tsx';
import { QuestRow } from './quest-row.tsx';
import { WayToPublication } from './way-to-publication.tsx';

const states = [
  'draft',
  'in_review',
  'published',
  'archived',
] as const satisfies readonly QuestDraft['state'][];

function StateFilter(props: {
  readonly state: QuestDraft['state'] | undefined;
  readonly onChange: (state: QuestDraft['state'] | undefined) => void;
}): ReactNode {
  const t = useText(studioTexts);
  return (
    <Stack
      direction="row"
      role="group"
      aria-label={t('list.filter')}
      useFlexGap
      sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}
    >
      {[undefined, ...states].map((state) => (
        <Chip
          key={state ?? 'all'}
          label={t(`list.state_${state ?? 'all'}`)}
          aria-pressed={state === props.state}
          color={state === props.state ? 'primary' : 'default'}
          variant={state === props.state ? 'filled' : 'outlined'}
          onClick={() => props.onChange(state)}
          sx={{ minHeight: 36 }}
        />
      ))}
    </Stack>
  );
}

/** What the author writes, last changed first. */
export function MyQuestsScreen(): ReactNode {
  const t = useText(studioTexts);
  const [search, setSearch] = useSearchParams();
  const [isCreating, setIsCreating] = useState(false);
  const state = states.find((one) => one === search.get('state'));
  const list = useCursorList(listMyQuests, { query: { state } }, { keepPrevious: true });
  const create = (
    <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setIsCreating(true)}>
      {t('list.create')}
    </Button>
  );
  const nothing = (
    <EmptyState icon={EditNoteOutlined} title={t('list.empty')} hint={<WayToPublication />} action={create} />
  );
  const nothingHere = (
    <EmptyState
      title={t('list.empty_state')}
      action={<Button onClick={() => setSearch({})}>{t('list.show_all')}</Button>}
    />
  );
  return (
    <Page title={t('list.title')} help={t('list.help')} width="narrow" actions={create}>
      <StateFilter state={state} onChange={(next) => setSearch(next === undefined ? {} : { state: next })} />
      <CursorList
        list={list}
        label={t('list.title')}
        keyOf={({ id }) => id}
        empty={state === undefined ? nothing : nothingHere}
      >
        {(quest) => <QuestRow quest={quest} />}
      </CursorList>
      {isCreating ? <CreateDialog onClose={() => setIsCreating(false)} /> : null}
    </Page>
  );
}
