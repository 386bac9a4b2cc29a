import ManageSearchRounded from '@mui/icons-material/ManageSearchRounded';
import { Box, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { DataList, EmptyState, LoadingState, Page, useCall, useCursorList, useText } from '#platform/web';
import { listCollections, searchKnowledge } from '../../../contract/index.ts';
import { BackLink } from '../../pieces/back-link.tsx';
import { ChoiceField } from '../../pieces/choice-field.tsx';
import { MoreButton } from '../../pieces/more-button.tsx';
import { knowledgePath, searchPath } from '../paths.ts';
import { useKnowledgeRefusals } from '../refusals.ts';
import { knowledgeTexts } from '../texts.ts';
import { Hit } from './hit.tsx';
import { QuestionForm } from './question-form.tsx';

const step = 10;
const most = 50;

function Results({
  question,
  collection,
}: {
  readonly question: string;
  readonly collection: string;
}): ReactNode {
  const t = useText(knowledgeTexts);
  const refusals = useKnowledgeRefusals();
  const [limit, setLimit] = useState(step);
  const { data, error, refetch, isFetching } = useCall(
    searchKnowledge,
    { body: { query: question, limit, ...(collection === '' ? {} : { collection_ids: [collection] }) } },
    { keepPrevious: true },
  );
  if (data === undefined) {
    return <LoadingState error={error} onRetry={refetch} refusals={refusals} rows={4} height={96} />;
  }
  const { items, method } = data;
  if (items.length === 0) {
    return (
      <EmptyState icon={ManageSearchRounded} title={t('search.nothing')} hint={t('search.nothing_hint')} />
    );
  }
  return (
    <Box>
      <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
        {t('search.found', { count: items.length })} ·{' '}
        {method === 'words' ? t('search.by_words') : t('search.by_meaning')}
      </Typography>
      <DataList
        items={items.map((hit, rank) => ({ hit, key: `${rank}:${hit.document_id}` }))}
        keyOf={({ key }) => key}
        label={t('search.results')}
        gap={0}
      >
        {({ hit }) => <Hit hit={hit} question={question} />}
      </DataList>
      {items.length === limit && limit < most ? (
        <MoreButton loading={isFetching} onClick={() => setLimit(Math.min(most, limit * 2))} />
      ) : null}
    </Box>
  );
}

/** Search over the documents: passages with the words marked, each leading to its place. */
export function SearchScreen(): ReactNode {
  const t = useText(knowledgeTexts);
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const question = (query.get('q') ?? '').trim().slice(0, 2_000);
  const { items: collections } = useCursorList(
    listCollections,
    { query: { limit: 100 } },
    { staleTime: 60_000 },
  );
  const wanted = query.get('collection') ?? '';
  // One that cannot be read any more would only empty the answer.
  const collection = collections.length === 0 || collections.some(({ id }) => id === wanted) ? wanted : '';
  return (
    <Box>
      <BackLink to={knowledgePath}>{t('back')}</BackLink>
      <Page title={t('search.title')}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2 }}>
          <Box sx={{ flex: '1 1 320px', minWidth: 0, display: 'flex' }}>
            <QuestionForm
              autoFocus={question === ''}
              question={question}
              onSearch={(next) => void navigate(searchPath(next, collection))}
            />
          </Box>
          <ChoiceField
            label={t('search.collection')}
            value={collections.some(({ id }) => id === collection) ? collection : ''}
            choices={[
              { value: '', label: t('search.everywhere') },
              ...collections.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(next) => void navigate(searchPath(question, next), { replace: true })}
            sx={{ flex: { xs: '1 1 100%', sm: '0 0 220px' }, minWidth: 0 }}
          />
        </Box>
        {question === '' ? (
          <EmptyState icon={ManageSearchRounded} title={t('search.start')} hint={t('search.start_hint')} />
        ) : (
          <Results key={`${collection}\n${question}`} question={question} collection={collection} />
        )}
      </Page>
    </Box>
  );
}
