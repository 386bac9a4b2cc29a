import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState, useText } from '#platform/web';
import type { Project } from '../../contract/index.ts';
import { projectPath } from './paths.ts';
import { projectsTexts } from './texts.ts';

/** Where something would be if the project had been read. */
export function NeedsExport({ project }: { readonly project: Project }): ReactNode {
  const t = useText(projectsTexts);
  return (
    <EmptyState
      title={t('needs_export')}
      hint={t('needs_export_hint')}
      action={
        <Button variant="outlined" color="inherit" component={Link} to={projectPath(project.id)}>
          {t('to_overview')}
        </Button>
      }
    />
  );
}
