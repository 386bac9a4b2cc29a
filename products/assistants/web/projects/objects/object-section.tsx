import { Alert, Box, Chip, Link, Tab, Tabs, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { type ApiProblem, ErrorNotice, ListSkeleton, useCall, useLanguage, useText } from '#platform/web';
import { getProjectObject, type Project, type ProjectObjectDetail } from '../../../contract/index.ts';
import { BackLink } from '../../pieces/back-link.tsx';
import { ImpactPanel } from '../impact/impact-panel.tsx';
import { synonymOf } from '../names.rules.ts';
import { objectPath, projectPath } from '../paths.ts';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';
import { ObjectStructure } from './object-structure.tsx';
import { suggestionsOf } from './suggestions.rules.ts';

function Unknown({
  projectId,
  problem,
  onRetry,
}: {
  readonly projectId: string;
  readonly problem: ApiProblem;
  readonly onRetry: () => unknown;
}): ReactNode {
  const t = useText(projectsTexts);
  const refusals = useProjectRefusals();
  const meant = suggestionsOf(problem);
  return (
    <>
      <ErrorNotice error={problem} onRetry={onRetry} refusals={refusals} />
      {meant.length === 0 ? null : (
        <Alert severity="info" variant="outlined" sx={{ mt: 1.5 }}>
          {t('object.meant')}:
          {meant.map((name) => (
            <Box key={name} component="span" sx={{ display: 'block' }}>
              <Link component={RouterLink} to={objectPath(projectId, name)}>
                {name}
              </Link>
            </Box>
          ))}
        </Alert>
      )}
    </>
  );
}

function Found({
  projectId,
  object,
}: {
  readonly projectId: string;
  readonly object: ProjectObjectDetail;
}): ReactNode {
  const t = useText(projectsTexts);
  const language = useLanguage();
  const [query, setQuery] = useSearchParams();
  const id = useId();
  const view = query.get('view') === 'usage' ? 'usage' : 'structure';
  const synonym = synonymOf(object.synonym, language);
  return (
    <Box>
      <Typography variant="h2" component="h2" sx={{ overflowWrap: 'anywhere' }}>
        {object.names[language]}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 0.5, mb: 2 }}>
        {synonym === '' ? null : <Typography sx={{ color: 'text.secondary' }}>{synonym}</Typography>}
        {object.extension === null ? null : (
          <Chip size="small" variant="outlined" label={t('objects.extension', { name: object.extension })} />
        )}
        <Typography variant="caption" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {t('object.file')}: {object.file}
        </Typography>
      </Box>
      <Tabs
        value={view}
        aria-label={t('object.tabs')}
        onChange={(_event, next: string) =>
          setQuery(next === 'usage' ? { name: object.name, view: next } : { name: object.name }, {
            replace: true,
          })
        }
        sx={{ mb: 2 }}
      >
        {(['structure', 'usage'] as const).map((each) => (
          <Tab
            key={each}
            value={each}
            id={`${id}-${each}`}
            aria-controls={`${id}-panel`}
            label={t(`object.${each}`)}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${view}`}>
        {view === 'usage' ? (
          <ImpactPanel projectId={projectId} name={object.name} title={object.names[language]} />
        ) : (
          <ObjectStructure projectId={projectId} object={object} />
        )}
      </Box>
    </Box>
  );
}

/** One object of the configuration: what it is made of, and who depends on it. */
export function ObjectSection({ project }: { readonly project: Project }): ReactNode {
  const t = useText(projectsTexts);
  const [query] = useSearchParams();
  const name = (query.get('name') ?? '').trim().slice(0, 1_000);
  const { data, error, refetch } = useCall(
    getProjectObject,
    { params: { id: project.id }, query: { name } },
    { enabled: name !== '' },
  );
  return (
    <Box>
      <BackLink to={projectPath(project.id, 'objects')}>{t('object.back')}</BackLink>
      {data !== undefined ? (
        <Found key={data.name} projectId={project.id} object={data} />
      ) : error !== null ? (
        <Unknown projectId={project.id} problem={error} onRetry={refetch} />
      ) : name === '' ? null : (
        <ListSkeleton rows={5} />
      )}
    </Box>
  );
}
