import { Box, Card, CardActionArea, CardContent, Chip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { RelativeTime, useText } from '#platform/web';
import type { Project } from '../../../contract/index.ts';
import { projectPath } from '../paths.ts';
import { projectsTexts } from '../texts.ts';

const colors = { empty: 'default', reading: 'info', ready: 'success', failed: 'warning' } as const;

/** A project in the list: which configuration, how much of it. */
export function ProjectCard({ project }: { readonly project: Project }): ReactNode {
  const t = useText(projectsTexts);
  const { id, name, description, status, figures, updated_at: updatedAt } = project;
  return (
    <Card sx={{ height: '100%' }}>
      <CardActionArea component={Link} to={projectPath(id)} sx={{ height: '100%' }}>
        <CardContent sx={{ height: '100%', display: 'flex', flexDirection: 'column', gap: 1 }}>
          <Typography variant="h3" component="h2" sx={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1, overflowWrap: 'anywhere' }}>
            {description}
          </Typography>
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
                <Chip
                  size="small"
                  variant="outlined"
                  label={t('versions.objects', { count: figures.objects })}
                />
                <Chip
                  size="small"
                  variant="outlined"
                  label={t('objects.modules', { count: figures.modules })}
                />
              </>
            )}
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              <RelativeTime value={updatedAt} />
            </Typography>
          </Box>
        </CardContent>
      </CardActionArea>
    </Card>
  );
}
