import AddRounded from '@mui/icons-material/AddRounded';
import FolderOutlined from '@mui/icons-material/FolderOutlined';
import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { EmptyState, LoadingState, Page, useCursorList, useText } from '#platform/web';
import { listProjects } from '../../../contract/index.ts';
import { CardGrid } from '../../pieces/card-grid.tsx';
import { MoreButton } from '../../pieces/more-button.tsx';
import { useMyCompany } from '../../pieces/use-my-company.ts';
import { ExportGuide } from '../files/export-guide.tsx';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';
import { ProjectCard } from './project-card.tsx';
import { ProjectDialog } from './project-dialog.tsx';

/** The 1C projects of the company. */
export function ProjectsScreen(): ReactNode {
  const t = useText(projectsTexts);
  const refusals = useProjectRefusals();
  const list = useCursorList(listProjects, { query: { limit: 60 } });
  const mayCreate = useMyCompany()?.role !== 'viewer';
  const [creating, setCreating] = useState(false);
  const create = (
    <Button variant="contained" startIcon={<AddRounded />} onClick={() => setCreating(true)}>
      {t('create.open')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      help={t('help')}
      actions={mayCreate && list.items.length > 0 ? create : undefined}
    >
      {list.items.length === 0 && (list.isPending || list.error !== null) ? (
        <LoadingState error={list.error} onRetry={list.refetch} refusals={refusals} rows={3} height={140} />
      ) : list.items.length === 0 ? (
        <>
          <EmptyState
            icon={FolderOutlined}
            title={t('none')}
            hint={mayCreate ? t('none_hint') : t('none_read_only')}
            action={mayCreate ? create : undefined}
          />
          {mayCreate ? <ExportGuide /> : null}
        </>
      ) : (
        <CardGrid items={list.items} keyOf={({ id }) => id} label={t('list')}>
          {(project) => <ProjectCard project={project} />}
        </CardGrid>
      )}
      {list.hasMore ? <MoreButton loading={list.isLoadingMore} onClick={list.loadMore} /> : null}
      {creating ? <ProjectDialog onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}
