import { Box, Chip, Link, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { CursorList, EmptyState, useCursorList, useLanguage, useText } from '#platform/web';
import { listProjectObjects, type Project, type ProjectObject } from '../../../contract/index.ts';
import { ChoiceField } from '../../pieces/choice-field.tsx';
import { SearchField } from '../../pieces/search-field.tsx';
import { useDebounced } from '../../pieces/use-debounced.ts';
import { kindTitle, synonymOf } from '../names.rules.ts';
import { objectPath } from '../paths.ts';
import { projectsTexts } from '../texts.ts';

function ObjectRow({
  projectId,
  object,
}: {
  readonly projectId: string;
  readonly object: ProjectObject;
}): ReactNode {
  const t = useText(projectsTexts);
  const language = useLanguage();
  const synonym = synonymOf(object.synonym, language);
  const name = object.names[language];
  const facts = [
    // A synonym that only repeats the name tells nothing.
    name.endsWith(`.${synonym}`) ? '' : synonym,
    object.attributes === 0 ? '' : t('objects.attributes', { count: object.attributes }),
    object.forms === 0 ? '' : t('objects.forms', { count: object.forms }),
    object.modules === 0 ? '' : t('objects.modules', { count: object.modules }),
  ].filter((fact) => fact !== '');
  return (
    <Box sx={{ py: 1, minWidth: 0 }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Link
          component={RouterLink}
          to={objectPath(projectId, object.name)}
          color="inherit"
          sx={{ fontWeight: 560, overflowWrap: 'anywhere', minWidth: 0 }}
        >
          {name}
        </Link>
        {object.extension === null ? null : (
          <Chip size="small" variant="outlined" label={t('objects.extension', { name: object.extension })} />
        )}
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {facts.join(' · ')}
      </Typography>
    </Box>
  );
}

/** The objects of a configuration in the order of its tree. */
export function ObjectList({ project }: { readonly project: Project }): ReactNode {
  const t = useText(projectsTexts);
  const language = useLanguage();
  const [query, setQuery] = useSearchParams();
  const [words, setWords] = useState('');
  const search = useDebounced(words.trim(), 300);
  const kinds = project.figures?.kinds ?? [];
  const kind = kinds.find((each) => each.kind === query.get('kind'))?.kind;
  const list = useCursorList(
    listProjectObjects,
    { params: { id: project.id }, query: { limit: 50, search: search === '' ? undefined : search, kind } },
    { keepPrevious: true },
  );
  return (
    <Box component="section" aria-label={t('section.objects')}>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) 280px' },
          mb: 1,
        }}
      >
        <SearchField label={t('objects.search')} value={words} onChange={setWords} />
        <ChoiceField
          label={t('objects.kind')}
          value={kind ?? ''}
          choices={[
            { value: '', label: t('objects.any_kind') },
            ...kinds.map((each) => ({
              value: each.kind,
              label: `${kindTitle(each.name, language)} (${each.count})`,
            })),
          ]}
          onChange={(next) => setQuery(next === '' ? {} : { kind: next }, { replace: true })}
        />
      </Box>
      <CursorList
        list={list}
        keyOf={({ name }) => name}
        label={t('section.objects')}
        gap={0}
        empty={<EmptyState title={t('objects.none')} hint={t('objects.none_hint')} />}
      >
        {(object) => <ObjectRow projectId={project.id} object={object} />}
      </CursorList>
    </Box>
  );
}
