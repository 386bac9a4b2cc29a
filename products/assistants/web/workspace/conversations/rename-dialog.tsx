import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Type } from 'typebox';
import { Form, FormTextField, SubmitButton, useForm, useSend, useText } from '#platform/web';
import {
  type Conversation,
  changeConversation,
  getConversation,
  listConversations,
} from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { workspaceTexts } from '../texts.ts';

const schema = Type.Object({ title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) });

export interface RenameDialogProps {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

/** Gives a conversation another title. */
export function RenameDialog({ conversation, onClose }: RenameDialogProps): ReactNode {
  const t = useText(workspaceTexts);
  const refusals = useRefusals();
  const titleId = useId();
  const send = useSend(changeConversation, { invalidates: [listConversations, getConversation] });
  const form = useForm({
    schema,
    initial: { title: conversation.title },
    submit: async (body) => {
      await send.mutateAsync({ params: { id: conversation.id }, body });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('list.rename_title')}</DialogTitle>
      <Form form={form} refusals={refusals}>
        <DialogContent sx={{ pt: '8px !important' }}>
          <FormTextField
            form={form}
            name="title"
            label={t('list.name')}
            patternText={t('list.name_needed')}
            autoFocus
          />
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
