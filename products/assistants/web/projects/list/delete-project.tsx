import type { ReactNode } from 'react';
import { useNotice, useSend, useText } from '#platform/web';
import { deleteProject, listProjects, type Project } from '../../../contract/index.ts';
import { DeleteButton } from '../../pieces/delete-button.tsx';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';

export interface DeleteProjectProps {
  readonly project: Project;
  readonly onGone: () => void;
}

/** Deletes a project with everything that was read of it, once the person has confirmed. */
export function DeleteProject({ project, onGone }: DeleteProjectProps): ReactNode {
  const t = useText(projectsTexts);
  const notice = useNotice();
  const refusals = useProjectRefusals();
  const send = useSend(deleteProject, {
    invalidates: [listProjects],
    onSuccess: () => {
      notice.success(t('delete.done'));
      onGone();
    },
  });
  return (
    <DeleteButton
      label={t('delete.open')}
      title={t('delete.title')}
      confirmLabel={t('delete.confirm')}
      refusals={refusals}
      onDelete={() => send.mutateAsync({ params: { id: project.id } })}
    >
      {t('delete.text', { name: project.name })}
    </DeleteButton>
  );
}
