import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useNavigate } from 'react-router';
import { Type } from 'typebox';
import { Form, FormTextField, SubmitButton, useApi, useForm, useInvalidate, useText } from '#platform/web';
import {
  changeProject,
  createProject,
  getProject,
  listProjects,
  type Project,
} from '../../../contract/index.ts';
import { projectPath } from '../paths.ts';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';

const schema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  description: Type.Optional(Type.String({ maxLength: 2_000 })),
});

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
  const titleId = useId();
  const mode = project === undefined ? 'create' : 'edit';
  const form = useForm({
    schema,
    initial: { name: project?.name ?? '', description: project?.description ?? '' },
    submit: async ({ name, description = '' }) => {
      const body = { name, description };
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
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t(`${mode}.title`)}</DialogTitle>
      <DialogContent sx={{ pt: '8px !important' }}>
        <Form form={form} refusals={refusals}>
          <FormTextField form={form} name="name" label={t('field.name')} autoFocus />
          <FormTextField
            form={form}
            name="description"
            label={t('field.description')}
            multiline
            minRows={2}
            maxRows={6}
          />
          <DialogActions sx={{ p: '0 !important' }}>
            <Button color="inherit" onClick={onClose}>
              {t('cancel')}
            </Button>
            <SubmitButton form={form}>{t(`${mode}.submit`)}</SubmitButton>
          </DialogActions>
        </Form>
      </DialogContent>
    </Dialog>
  );
}
