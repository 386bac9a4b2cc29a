import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useNotice, useSend, useText } from '#platform/web';
import { deleteProject, listProjects, type Project } from '../../../contract/index.ts';
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
  const [open, setOpen] = useState(false);
  const send = useSend(deleteProject, {
    invalidates: [listProjects],
    onSuccess: () => {
      notice.success(t('delete.done'));
      onGone();
    },
  });
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        {t('delete.open')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('delete.title')}
        confirmLabel={t('delete.confirm')}
        destructive
        refusals={refusals}
        onClose={() => setOpen(false)}
        onConfirm={() => send.mutateAsync({ params: { id: project.id } })}
      >
        {t('delete.text', { name: project.name })}
      </ConfirmDialog>
    </>
  );
}
