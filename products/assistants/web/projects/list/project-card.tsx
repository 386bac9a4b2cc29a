import { Box, Chip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { RelativeTime, useText } from '#platform/web';
import type { Project } from '../../../contract/index.ts';
import { LinkCard } from '../../pieces/link-card.tsx';
import { projectPath } from '../paths.ts';
import { projectsTexts } from '../texts.ts';

const colors = { empty: 'default', reading: 'info', ready: 'success', failed: 'warning' } as const;

/** A project in the list: which configuration, how much of it. */
export function ProjectCard({ project }: { readonly project: Project }): ReactNode {
  const t = useText(projectsTexts);
  const { id, name, description, status, figures, updated_at: updatedAt } = project;
  return (
    <LinkCard to={projectPath(id)} title={name} description={description}>
      {figures === null ? null : (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {figures.configuration} {figures.configuration_version}
        </Typography>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
        {status === 'ready' ? null : (
          <Chip size="small" variant="outlined" color={colors[status]} label={t(`status.${status}`)} />
        )}
        {figures === null ? null : (
          <>
            <Chip size="small" variant="outlined" label={t('versions.objects', { count: figures.objects })} />
            <Chip size="small" variant="outlined" label={t('objects.modules', { count: figures.modules })} />
          </>
        )}
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          <RelativeTime value={updatedAt} />
        </Typography>
      </Box>
    </LinkCard>
  );
}
