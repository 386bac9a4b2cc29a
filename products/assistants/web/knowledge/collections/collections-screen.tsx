import AddRounded from '@mui/icons-material/AddRounded';
import LibraryBooksOutlined from '@mui/icons-material/LibraryBooksOutlined';
import { Box, Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { EmptyState, LoadingState, Page, useCursorList, useText } from '#platform/web';
import { listCollections } from '../../../contract/index.ts';
import { CardGrid } from '../../pieces/card-grid.tsx';
import { MoreButton } from '../../pieces/more-button.tsx';
import { useMyCompany } from '../../pieces/use-my-company.ts';
import { searchPath } from '../paths.ts';
import { useKnowledgeRefusals } from '../refusals.ts';
import { QuestionForm } from '../search/question-form.tsx';
import { knowledgeTexts } from '../texts.ts';
import { CollectionCard } from './collection-card.tsx';
import { CollectionDialog } from './collection-dialog.tsx';

/** The collections of documents this person may read, and the way to search all of them. */
export function CollectionsScreen(): ReactNode {
  const t = useText(knowledgeTexts);
  const navigate = useNavigate();
  const refusals = useKnowledgeRefusals();
  const list = useCursorList(listCollections, { query: { limit: 60 } });
  const mayCreate = useMyCompany()?.role !== 'viewer';
  const [creating, setCreating] = useState(false);
  const create = (
    <Button variant="contained" startIcon={<AddRounded />} onClick={() => setCreating(true)}>
      {t('create.open')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      help={t('help')}
      actions={mayCreate && list.items.length > 0 ? create : undefined}
    >
      {list.items.length === 0 ? null : (
        <Box sx={{ display: 'flex', mb: 3 }}>
          <QuestionForm question="" onSearch={(question) => void navigate(searchPath(question))} />
        </Box>
      )}
      {list.items.length === 0 && (list.isPending || list.error !== null) ? (
        <LoadingState error={list.error} onRetry={list.refetch} refusals={refusals} rows={3} height={140} />
      ) : list.items.length === 0 ? (
        <EmptyState
          icon={LibraryBooksOutlined}
          title={t('none')}
          hint={mayCreate ? t('none_hint') : t('none_read_only')}
          action={mayCreate ? create : undefined}
        />
      ) : (
        <CardGrid items={list.items} keyOf={({ id }) => id} label={t('collections')}>
          {(collection) => <CollectionCard collection={collection} />}
        </CardGrid>
      )}
      {list.hasMore ? <MoreButton loading={list.isLoadingMore} onClick={list.loadMore} /> : null}
      {creating ? <CollectionDialog onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}
