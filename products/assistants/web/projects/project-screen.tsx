import { Box, Button, Chip } from '@mui/material';
import { type ComponentType, type ReactNode, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { LoadingState, Page, PlainText, useCall, useNotice, useSession, useText } from '#platform/web';
import { getProject, type Project } from '../../contract/index.ts';
import { administers } from '../pieces/administers.rules.ts';
import { BackLink } from '../pieces/back-link.tsx';
import { useMyCompany } from '../pieces/use-my-company.ts';
import { Checks } from './checks/checks.tsx';
import { CodeSection } from './code/code-section.tsx';
import { ModuleSection } from './code/module-section.tsx';
import { DeleteProject } from './list/delete-project.tsx';
import { ProjectDialog } from './list/project-dialog.tsx';
import { NeedsExport } from './needs-export.tsx';
import { ObjectList } from './objects/object-list.tsx';
import { ObjectSection } from './objects/object-section.tsx';
import { Overview } from './overview/overview.tsx';
import { projectPath, projectsPath, type Section } from './paths.ts';
import { useProjectRefusals } from './refusals.ts';
import { SectionTabs } from './section-tabs.tsx';
import { projectsTexts } from './texts.ts';
import { Versions } from './versions/versions.tsx';

export interface SectionProps {
  readonly project: Project;
}

const shown: Readonly<Record<string, { readonly tab: Section; readonly View: ComponentType<SectionProps> }>> =
  {
    objects: { tab: 'objects', View: ObjectList },
    object: { tab: 'objects', View: ObjectSection },
    code: { tab: 'code', View: CodeSection },
    module: { tab: 'code', View: ModuleSection },
    checks: { tab: 'checks', View: Checks },
    versions: { tab: 'versions', View: Versions },
  };

function Actions({ project }: SectionProps): ReactNode {
  const t = useText(projectsTexts);
  const notice = useNotice();
  const navigate = useNavigate();
  const { user } = useSession();
  const company = useMyCompany();
  const [editing, setEditing] = useState(false);
  if (company === undefined || company.role === 'viewer') return null;
  const mayDelete = administers(company) || project.created_by === user?.id;
  return (
    <>
      <Button variant="outlined" color="inherit" onClick={() => setEditing(true)}>
        {t('edit.open')}
      </Button>
      {mayDelete ? <DeleteProject project={project} onGone={() => void navigate(projectsPath)} /> : null}
      {editing ? (
        <ProjectDialog
          project={project}
          onClose={() => setEditing(false)}
          onSaved={() => notice.success(t('edit.done'))}
        />
      ) : null}
    </>
  );
}

function Loaded({ project, section }: SectionProps & { readonly section: string }): ReactNode {
  const t = useText(projectsTexts);
  const found = shown[section];
  if (section !== '' && found === undefined) return <Navigate to={projectPath(project.id)} replace />;
  const help = (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
      {project.description === '' ? null : <PlainText>{project.description}</PlainText>}
      {project.status === 'ready' ? null : (
        <Chip size="small" variant="outlined" label={t(`status.${project.status}`)} />
      )}
    </Box>
  );
  return (
    <Page
      width="full"
      title={project.name}
      help={help}
      actions={found === undefined ? <Actions project={project} /> : undefined}
    >
      <SectionTabs project={project} tab={found?.tab ?? 'overview'} />
      {found === undefined ? (
        <Overview project={project} />
      ) : project.version === 0 ? (
        <NeedsExport project={project} />
      ) : (
        <found.View project={project} />
      )}
    </Page>
  );
}

/** A project: what it is made of, its objects and code, what is wrong with it, how it changed. */
export function ProjectScreen(): ReactNode {
  const t = useText(projectsTexts);
  const refusals = useProjectRefusals();
  const { id = '', section = '' } = useParams();
  const { data, error, refetch } = useCall(getProject, { params: { id } });
  return (
    <Box sx={{ maxWidth: 1240, mx: 'auto' }}>
      <BackLink to={projectsPath}>{t('back')}</BackLink>
      {data === undefined ? (
        <LoadingState error={error} onRetry={refetch} refusals={refusals} rows={5} />
      ) : (
        <Loaded key={id} project={data} section={section} />
      )}
    </Box>
  );
}
