import { Checkbox, FormControlLabel, FormHelperText } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { ConfirmDialog, useNotice, useSend, useText } from '#platform/web';
import {
  type Conversation,
  deleteConversation,
  listConversations,
  memoryStats,
  searchMemory,
} from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';

export interface DeleteConversationDialogProps {
  readonly conversation: Conversation;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

/** Deletes a conversation, and on wish what was remembered from it. */
export function DeleteConversationDialog(props: DeleteConversationDialogProps): ReactNode {
  const { conversation, open, onClose, onGone } = props;
  const t = useText(memoryTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const helpId = useId();
  const [forget, setForget] = useState(false);
  const send = useSend(deleteConversation, {
    invalidates: [listConversations, memoryStats, searchMemory],
    onSuccess: () => {
      notice.success(t('chat.deleted'));
      onGone();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      title={t('chat.delete_title')}
      confirmLabel={t('chat.delete')}
      destructive
      refusals={refusals}
      onClose={onClose}
      onConfirm={() => send.mutateAsync({ params: { id: conversation.id }, query: forget ? { forget } : {} })}
    >
      {t('chat.delete_text', { title: conversation.title === '' ? t('chat.untitled') : conversation.title })}
      <FormControlLabel
        sx={{ mt: 1, display: 'flex', color: 'text.primary' }}
        label={t('chat.forget_too')}
        control={
          <Checkbox
            checked={forget}
            onChange={({ target }) => setForget(target.checked)}
            slotProps={{ input: { 'aria-describedby': helpId } }}
          />
        }
      />
      <FormHelperText id={helpId} sx={{ ml: 4, mt: -0.5 }}>
        {t('chat.forget_help')}
      </FormHelperText>
    </ConfirmDialog>
  );
}
