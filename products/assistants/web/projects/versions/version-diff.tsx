import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { EmptyState, LoadingState, useCall, useLanguage, useText } from '#platform/web';
import { diffProjectVersions, type ProjectDiff } from '../../../contract/index.ts';
import { PlainTable } from '../../pieces/plain-table.tsx';
import { TitledSection } from '../../pieces/titled-section.tsx';
import { objectPath } from '../paths.ts';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';
import { usePropertyTitle } from '../use-property-title.ts';

type Changes = ProjectDiff['configuration'];

function ChangeTable({ label, changes }: { readonly label: string; readonly changes: Changes }): ReactNode {
  const t = useText(projectsTexts);
  const titleOf = usePropertyTitle();
  return (
    <PlainTable
      label={label}
      head={[t('versions.head.path'), t('versions.head.before'), t('versions.head.after')]}
      rows={changes.map(({ change, path, before, after }) => ({
        key: `${change}:${path}`,
        cells: [
          `${titleOf(path)} — ${t(`versions.change.${change}`)}`,
          before === '' ? '—' : before,
          after === '' ? '—' : after,
        ],
      }))}
    />
  );
}

interface NamesProps {
  readonly title: string;
  readonly names: ProjectDiff['added'];
  /** Where those that still exist are; null: they are gone. */
  readonly projectId: string | null;
}

function Names({ title, names, projectId }: NamesProps): ReactNode {
  const language = useLanguage();
  if (names.length === 0) return null;
  return (
    <TitledSection heading="h3" title={`${title} · ${names.length}`}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, columnWidth: { sm: 320 } }}>
        {names.map((name) => (
          <Box component="li" key={name.en} sx={{ overflowWrap: 'anywhere', typography: 'body2', py: 0.25 }}>
            {projectId === null ? (
              name[language]
            ) : (
              <Link component={RouterLink} to={objectPath(projectId, name.en)}>
                {name[language]}
              </Link>
            )}
          </Box>
        ))}
      </Box>
    </TitledSection>
  );
}

export interface VersionDiffProps {
  readonly projectId: string;
  readonly from: number;
  readonly to: number;
}

/** What changed in the metadata between two versions. */
export function VersionDiff({ projectId, from, to }: VersionDiffProps): ReactNode {
  const t = useText(projectsTexts);
  const language = useLanguage();
  const refusals = useProjectRefusals();
  const { data, error, refetch } = useCall(diffProjectVersions, {
    params: { id: projectId },
    query: { from, to },
  });
  if (data === undefined) {
    return <LoadingState error={error} onRetry={refetch} refusals={refusals} rows={4} />;
  }
  const { added, removed, changed, configuration, left_out: leftOut } = data;
  if (added.length + removed.length + changed.length + configuration.length === 0) {
    return <EmptyState title={t('versions.same')} hint={t('versions.same_hint')} />;
  }
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {configuration.length === 0 ? null : (
        <TitledSection heading="h3" title={t('versions.configuration')}>
          <ChangeTable label={t('versions.configuration')} changes={configuration} />
        </TitledSection>
      )}
      <Names title={t('versions.added')} names={added} projectId={projectId} />
      <Names title={t('versions.removed')} names={removed} projectId={null} />
      {changed.length === 0 ? null : (
        <TitledSection heading="h3" title={`${t('versions.changed')} · ${changed.length}`}>
          {changed.map(({ name, changes }) => (
            <Box component="details" key={name.en} open={changed.length <= 5}>
              <Box component="summary" sx={{ cursor: 'pointer', py: 0.75, overflowWrap: 'anywhere' }}>
                <Box component="span" sx={{ fontWeight: 560 }}>
                  {name[language]}
                </Box>{' '}
                <Box component="span" sx={{ color: 'text.secondary', typography: 'body2' }}>
                  {t('versions.changes', { count: changes.length })}
                </Box>
              </Box>
              <Box sx={{ mb: 1.5 }}>
                <ChangeTable label={name[language]} changes={changes} />
              </Box>
            </Box>
          ))}
        </TitledSection>
      )}
      {leftOut === 0 ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('versions.left_out', { count: leftOut })}
        </Typography>
      )}
    </Box>
  );
}
