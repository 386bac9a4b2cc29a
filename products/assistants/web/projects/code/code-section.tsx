import { Box, Button, Link, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router';
import {
  CursorList,
  DataList,
  EmptyState,
  LoadingState,
  useCall,
  useCursorList,
  useText,
} from '#platform/web';
import {
  type FoundMethod,
  listProjectModules,
  type Project,
  searchProjectCode,
} from '../../../contract/index.ts';
import { CodeBlock } from '../../pieces/code-block.tsx';
import { SearchField } from '../../pieces/search-field.tsx';
import { SearchForm } from '../../pieces/search-form.tsx';
import { useDebounced } from '../../pieces/use-debounced.ts';
import { modulePath } from '../paths.ts';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';
import { ModuleRow } from './module-row.tsx';

/** Lines of a found method that are shown. */
const mostLines = 18;

function Method({
  projectId,
  method,
}: {
  readonly projectId: string;
  readonly method: FoundMethod;
}): ReactNode {
  const t = useText(projectsTexts);
  const { path, signature, first_line: first, last_line: last, text } = method;
  const lines = text.split('\n');
  return (
    <Box component="article" sx={{ py: 1.5, minWidth: 0, display: 'grid', gap: 0.75 }}>
      <Box>
        <Link
          component={RouterLink}
          to={modulePath(projectId, path, [first, last])}
          sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
        >
          {signature}
        </Link>
        <Typography
          variant="caption"
          component="p"
          sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
        >
          {path} · {t('module.lines_at', { first, last })}
        </Typography>
      </Box>
      <CodeBlock
        source={lines.length > mostLines ? `${lines.slice(0, mostLines).join('\n')}\n…` : text}
        language="bsl"
      />
    </Box>
  );
}

function Found({
  projectId,
  question,
}: {
  readonly projectId: string;
  readonly question: string;
}): ReactNode {
  const t = useText(projectsTexts);
  const refusals = useProjectRefusals();
  const { data, error, refetch } = useCall(searchProjectCode, {
    params: { id: projectId },
    query: { query: question, limit: 20 },
  });
  if (data === undefined) {
    return <LoadingState error={error} onRetry={refetch} refusals={refusals} rows={3} height={120} />;
  }
  if (data.items.length === 0) return <EmptyState title={t('code.nothing')} hint={t('code.nothing_hint')} />;
  return (
    <DataList
      items={data.items}
      keyOf={({ path, first_line: line }) => `${path}:${line}`}
      label={t('code.results')}
      gap={0}
    >
      {(method) => <Method projectId={projectId} method={method} />}
    </DataList>
  );
}

function Modules({ projectId }: { readonly projectId: string }): ReactNode {
  const t = useText(projectsTexts);
  const [words, setWords] = useState('');
  const search = useDebounced(words.trim(), 300);
  const list = useCursorList(
    listProjectModules,
    { params: { id: projectId }, query: { limit: 50, search: search === '' ? undefined : search } },
    { keepPrevious: true },
  );
  return (
    <Box component="section" aria-label={t('code.modules')}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mb: 0.5 }}>
        <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
          {t('code.modules')}
        </Typography>
        <SearchField
          label={t('code.path')}
          value={words}
          onChange={setWords}
          sx={{ flex: { xs: '1 1 100%', sm: '0 0 280px' } }}
        />
      </Box>
      <CursorList
        list={list}
        keyOf={({ path }) => path}
        label={t('code.modules')}
        gap={0}
        empty={<EmptyState title={t('code.none')} hint={t('code.none_hint')} />}
      >
        {(module) => <ModuleRow projectId={projectId} module={module} />}
      </CursorList>
    </Box>
  );
}

/** The code of a project: its modules, and methods by words. */
export function CodeSection({ project }: { readonly project: Project }): ReactNode {
  const t = useText(projectsTexts);
  const [query, setQuery] = useSearchParams();
  const question = (query.get('q') ?? '').trim().slice(0, 500);
  return (
    <Box>
      <Box sx={{ mb: 2.5 }}>
        <SearchForm
          question={question}
          label={t('code.search')}
          help={t('code.search_help')}
          submitLabel={t('code.submit')}
          limit={500}
          onSearch={(words) => setQuery({ q: words })}
        />
      </Box>
      {question === '' ? (
        <Modules projectId={project.id} />
      ) : (
        <>
          <Button size="small" color="inherit" onClick={() => setQuery({})}>
            {t('code.clear')}
          </Button>
          <Found projectId={project.id} question={question} />
        </>
      )}
    </Box>
  );
}
