import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useApi, useInvalidate, useText } from '#platform/web';
import {
  changeProject,
  createProject,
  getProject,
  listProjects,
  type Project,
} from '../../../contract/index.ts';
import { type Details, DetailsDialog } from '../../pieces/details-dialog.tsx';
import { projectPath } from '../paths.ts';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';

export interface ProjectDialogProps {
  /** Left out: a new one is made. */
  readonly project?: Project;
  readonly onClose: () => void;
  readonly onSaved?: () => void;
}

/** Makes a project, or changes its name and description. */
export function ProjectDialog({ project, onClose, onSaved }: ProjectDialogProps): ReactNode {
  const t = useText(projectsTexts);
  const refusals = useProjectRefusals();
  const navigate = useNavigate();
  const { call } = useApi();
  const invalidate = useInvalidate();
  const mode = project === undefined ? 'create' : 'edit';
  const save = async (body: Details): Promise<void> => {
    if (project === undefined) {
      const made = await call(createProject, { body });
      await invalidate(listProjects);
      await navigate(projectPath(made.id));
      return;
    }
    await call(changeProject, { params: { id: project.id }, body });
    await invalidate(listProjects, getProject);
    onSaved?.();
    onClose();
  };
  return (
    <DetailsDialog
      title={t(`${mode}.title`)}
      submitLabel={t(`${mode}.submit`)}
      descriptionLabel={t('description')}
      details={project}
      refusals={refusals}
      onSave={save}
      onClose={onClose}
    />
  );
}
