import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyState, LoadingState, useCall, useLanguage, useText } from '#platform/web';
import { listProjectVersions, type Project } from '../../../contract/index.ts';
import { ChoiceField } from '../../pieces/choice-field.tsx';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';
import { VersionDiff } from './version-diff.tsx';

/** The kept versions of a project, and what is different between two of them. */
export function Versions({ project }: { readonly project: Project }): ReactNode {
  const t = useText(projectsTexts);
  const refusals = useProjectRefusals();
  const time = new Intl.DateTimeFormat(useLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
  const [query, setQuery] = useSearchParams();
  const { data, error, refetch } = useCall(listProjectVersions, { params: { id: project.id } });
  if (data === undefined) {
    return <LoadingState error={error} onRetry={refetch} refusals={refusals} rows={3} />;
  }
  const versions = data.items;
  const [newest, before] = versions;
  if (newest === undefined || before === undefined) {
    return <EmptyState title={t('versions.single')} hint={t('versions.single_hint')} />;
  }
  const chosen = (name: string, fallback: number): number =>
    versions.find(({ version }) => String(version) === query.get(name))?.version ?? fallback;
  const choices = versions.map(({ version, cause, created_at: createdAt, figures }) => ({
    value: version,
    label: [
      t('versions.version', { version }),
      figures.configuration_version,
      cause,
      time.format(new Date(createdAt)),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  }));
  const from = chosen('from', before.version);
  const to = chosen('to', newest.version);
  const choose = (next: { readonly from?: number; readonly to?: number }): void =>
    setQuery({ from: String(next.from ?? from), to: String(next.to ?? to) }, { replace: true });
  return (
    <Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t('versions.help')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          mb: 3,
        }}
      >
        <ChoiceField
          label={t('versions.from')}
          choices={choices}
          value={from}
          onChange={(version) => choose({ from: version })}
          sx={{ minWidth: 0 }}
        />
        <ChoiceField
          label={t('versions.to')}
          choices={choices}
          value={to}
          onChange={(version) => choose({ to: version })}
          sx={{ minWidth: 0 }}
        />
      </Box>
      {from === to ? (
        <Alert severity="info" variant="outlined">
          {t('versions.same_version')}
        </Alert>
      ) : (
        <VersionDiff projectId={project.id} from={from} to={to} />
      )}
    </Box>
  );
}
