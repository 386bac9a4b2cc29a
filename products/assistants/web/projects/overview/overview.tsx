import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { ErrorNotice, useText } from '#platform/web';
import type { Project } from '../../../contract/index.ts';
import { useMyCompany } from '../../pieces/use-my-company.ts';
import { ExportGuide } from '../files/export-guide.tsx';
import { ProjectFiles } from '../files/project-files.tsx';
import { ProjectUpload } from '../files/project-upload.tsx';
import { useProjectFiles } from '../files/use-project-files.ts';
import { NeedsExport } from '../needs-export.tsx';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';
import { Figures } from './figures.tsx';

/** What a project is, and the files it is made of; before the first of them, how to get one. */
export function Overview({ project }: { readonly project: Project }): ReactNode {
  const t = useText(projectsTexts);
  const refusals = useProjectRefusals();
  const { files, error, refetch } = useProjectFiles(project.id);
  const mayChange = useMyCompany()?.role !== 'viewer';
  const isEmpty = project.version === 0;
  return (
    <Stack spacing={3}>
      {project.figures === null ? null : <Figures projectId={project.id} figures={project.figures} />}
      {mayChange ? <ProjectUpload projectId={project.id} first={isEmpty && files.length === 0} /> : null}
      <ErrorNotice error={error} onRetry={refetch} refusals={refusals} />
      <ProjectFiles projectId={project.id} files={files} mayChange={mayChange} />
      {isEmpty ? mayChange ? <ExportGuide /> : <NeedsExport project={project} /> : null}
      {!isEmpty && mayChange ? (
        <details>
          <summary style={{ cursor: 'pointer' }}>{t('guide.title')}</summary>
          <Stack sx={{ mt: 1.5 }}>
            <ExportGuide />
          </Stack>
        </details>
      ) : null}
    </Stack>
  );
}
