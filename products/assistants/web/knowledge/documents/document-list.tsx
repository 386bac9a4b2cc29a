import { Box } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { CursorList, EmptyState, useCursorList, useInvalidate, useText } from '#platform/web';
import { getCollection, type KnowledgeCollection, listKnowledgeDocuments } from '../../../contract/index.ts';
import { ChoiceField } from '../../pieces/choice-field.tsx';
import { SearchField } from '../../pieces/search-field.tsx';
import { useDebounced } from '../../pieces/use-debounced.ts';
import { usePolling } from '../../pieces/use-polling.ts';
import { knowledgeTexts } from '../texts.ts';
import { DocumentRow } from './document-row.tsx';

const states = ['waiting', 'reading', 'ready', 'refused'] as const;
type State = (typeof states)[number];

export interface DocumentListProps {
  readonly collection: KnowledgeCollection;
  readonly onReplace: (file: File, name: string) => void;
}

/** The documents of a collection with how far they are; news comes by itself while something is being read. */
export function DocumentList({ collection, onReplace }: DocumentListProps): ReactNode {
  const t = useText(knowledgeTexts);
  const invalidate = useInvalidate();
  const [words, setWords] = useState('');
  const [status, setStatus] = useState<State | ''>('');
  const search = useDebounced(words.trim(), 300);
  const list = useCursorList(
    listKnowledgeDocuments,
    {
      params: { id: collection.id },
      query: {
        limit: 50,
        search: search === '' ? undefined : search,
        status: status === '' ? undefined : status,
      },
    },
    { keepPrevious: true },
  );
  const busy =
    collection.waiting > 0 ||
    list.items.some((each) => each.status === 'waiting' || each.status === 'reading');
  usePolling(busy, () => invalidate(listKnowledgeDocuments, getCollection));

  const filtered = search !== '' || status !== '';
  const empty = filtered ? (
    <EmptyState title={t('document.none_found')} hint={t('document.none_found_hint')} />
  ) : (
    <EmptyState
      title={t('document.none')}
      hint={collection.can_write ? t('document.none_hint') : t('document.none_read_only')}
    />
  );
  return (
    <Box component="section" aria-label={t('document.list')}>
      {collection.documents === 0 && !filtered ? null : (
        <Box
          sx={{
            display: 'grid',
            gap: 1.5,
            gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 1fr) 200px' },
            mb: 1.5,
          }}
        >
          <SearchField label={t('document.search')} value={words} onChange={setWords} />
          <ChoiceField
            label={t('document.status')}
            value={status}
            choices={[
              { value: '', label: t('document.any_status') },
              ...states.map((state) => ({ value: state, label: t(`document.state.${state}`) })),
            ]}
            onChange={setStatus}
          />
        </Box>
      )}
      <CursorList list={list} keyOf={({ id }) => id} label={t('document.list')} gap={0} empty={empty}>
        {(document) => (
          <DocumentRow document={document} onReplace={(file) => onReplace(file, document.name)} />
        )}
      </CursorList>
    </Box>
  );
}
