import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Form, FormTextField, SubmitButton, useForm, useNotice, useSend, useText } from '#platform/web';
import { getNode, type MemoryNode, memoryStats, searchMemory, updateNode } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';

export interface EditDialogProps {
  readonly node: MemoryNode;
  readonly onClose: () => void;
}

/** Changes the label, and the words where that is possible: of notes directly, of turns by a correction beside them. */
export function EditDialog({ node, onClose }: EditDialogProps): ReactNode {
  const t = useText(memoryTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const titleId = useId();
  const original = node.kind === 'note' || node.kind === 'turn';
  const send = useSend(updateNode, { invalidates: [getNode, searchMemory, memoryStats] });
  const form = useForm({
    schema: updateNode.body,
    initial: { label: node.label, ...(original ? { content: node.content } : {}) },
    submit: async ({ label, content }) => {
      const reworded = content !== undefined && content !== node.content;
      const body = {
        ...(label === undefined || label === node.label ? {} : { label }),
        ...(reworded ? { content } : {}),
      };
      if (Object.keys(body).length > 0) {
        await send.mutateAsync({ params: { id: node.id }, body });
        notice.success(reworded && node.kind === 'turn' ? t('node.correction_saved') : t('node.saved'));
      }
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>{t('node.edit_title')}</DialogTitle>
      <Form form={form} refusals={refusals}>
        <DialogContent sx={{ display: 'grid', gap: 2.5, pt: '8px !important' }}>
          <FormTextField form={form} name="label" label={t('node.label')} />
          {original ? (
            <FormTextField
              form={form}
              name="content"
              label={t('node.words')}
              multiline
              minRows={3}
              maxRows={14}
            />
          ) : (
            <Alert severity="info" variant="outlined">
              {t('node.derived_explained')}
            </Alert>
          )}
          {node.kind === 'turn' ? (
            <Alert severity="info" variant="outlined">
              {t('node.turn_explained')}
            </Alert>
          ) : null}
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('word.cancel')}
          </Button>
          <SubmitButton form={form}>{t('word.save')}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
