import AddRounded from '@mui/icons-material/AddRounded';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import { Button, Card, Switch, Tab, Tabs } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  ConfirmDialog,
  EmptyState,
  Page,
  useApi,
  useInvalidate,
  useLocalized,
  useNotice,
  useText,
} from '#platform/web';
import {
  type DictionaryEntry,
  deleteDictionaryEntry,
  dictionaryKinds,
  listDictionary,
} from '../../../contract/index.ts';
import type { Column } from '../pieces/record.ts';
import { Quiet, Records } from '../pieces/records.tsx';
import { useFilters } from '../pieces/use-filters.ts';
import { useRefusals } from '../refusals.ts';
import { operationsTexts } from '../texts.ts';
import { EntryActions } from './entry-actions.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { useEntries } from './use-entries.ts';

type Open = { readonly entry: DictionaryEntry | null } | null;

function RemoveDialog({ entry, onClose }: { readonly entry: DictionaryEntry; readonly onClose: () => void }) {
  const t = useText(operationsTexts);
  const localized = useLocalized();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const refusals = useRefusals();
  const remove = async (): Promise<void> => {
    await api.call(deleteDictionaryEntry, { params: { kind: entry.kind, id: entry.id } });
    notice.success(t('dictionaries.removed'));
    await invalidate(listDictionary);
  };
  return (
    <ConfirmDialog
      open
      destructive
      title={t('dictionaries.remove_title', { name: localized(entry.name) })}
      confirmLabel={t('dictionaries.remove')}
      onConfirm={remove}
      onClose={onClose}
      refusals={refusals}
    >
      {t('dictionaries.remove_help')}
    </ConfirmDialog>
  );
}

function useColumns(kind: DictionaryEntry['kind'], setActive: (entry: DictionaryEntry, on: boolean) => void) {
  const t = useText(operationsTexts);
  const localized = useLocalized();
  const columns: Column<DictionaryEntry>[] = [
    { key: 'code', label: t('dictionaries.code'), cell: ({ code }) => <code>{code}</code> },
    {
      key: 'uses',
      label: t('dictionaries.uses'),
      numeric: true,
      cell: (entry) => entry.quest_count,
    },
    {
      key: 'active',
      label: t('dictionaries.active'),
      cell: (entry) => (
        <Switch
          size="small"
          checked={entry.active}
          onChange={(_, on) => setActive(entry, on)}
          slotProps={{
            input: { 'aria-label': t('dictionaries.active_of', { name: localized(entry.name) }) },
          }}
        />
      ),
    },
  ];
  if (kind !== 'city') return columns;
  const zone: Column<DictionaryEntry> = {
    key: 'zone',
    label: t('dictionaries.zone'),
    cell: ({ time_zone: name, place }) => (
      <>
        {name ?? t('none')}
        {place === null ? null : <Quiet>{`${place.lat.toFixed(4)}, ${place.lng.toFixed(4)}`}</Quiet>}
      </>
    ),
  };
  return [...columns.slice(0, 1), zone, ...columns.slice(1)];
}

/** The dictionaries, one on each tab. */
export function DictionariesScreen(): ReactNode {
  const t = useText(operationsTexts);
  const filters = useFilters();
  const kind = filters.oneOf('kind', dictionaryKinds) ?? 'city';
  const { list, busy, move, setActive } = useEntries(kind);
  const [open, setOpen] = useState<Open>(null);
  const [removing, setRemoving] = useState<DictionaryEntry | null>(null);
  const columns = useColumns(kind, (entry, on) => void setActive(entry, on));
  const close = (): void => setOpen(null);
  const add = (
    <Button variant="contained" startIcon={<AddRounded />} onClick={() => setOpen({ entry: null })}>
      {t('dictionaries.add')}
    </Button>
  );
  return (
    <Page title={t('dictionaries.title')} help={t('dictionaries.help')} actions={add}>
      <Tabs
        value={kind}
        onChange={(_, value: string) => filters.set('kind', value)}
        aria-label={t('dictionaries.kinds')}
        variant="scrollable"
        allowScrollButtonsMobile
        sx={{ mb: 2.5 }}
      >
        {dictionaryKinds.map((one) => (
          <Tab key={one} value={one} label={t(`dictionaries.kind_${one}`)} />
        ))}
      </Tabs>
      <Records
        list={list}
        keyOf={({ id }) => id}
        label={t(`dictionaries.kind_${kind}`)}
        heading={{
          key: 'name',
          label: t('dictionaries.entry'),
          cell: ({ name }) => (
            <>
              {name.ru}
              <Quiet>{name.en}</Quiet>
            </>
          ),
        }}
        columns={columns}
        actions={(entry) => {
          const index = list.items.indexOf(entry);
          return (
            <EntryActions
              entry={entry}
              first={index === 0}
              last={index === list.items.length - 1}
              busy={busy}
              onMove={(step) => void move(index, step)}
              onEdit={() => setOpen({ entry })}
              onRemove={() => setRemoving(entry)}
            />
          );
        }}
        empty={
          <Card>
            <EmptyState
              icon={MenuBookOutlined}
              title={t('dictionaries.empty')}
              hint={t('dictionaries.empty_hint')}
            />
          </Card>
        }
      />
      {open === null ? null : (
        <EntryDialog kind={kind} entry={open.entry} position={list.items.length} onClose={close} />
      )}
      {removing === null ? null : <RemoveDialog entry={removing} onClose={() => setRemoving(null)} />}
    </Page>
  );
}
