import { TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useApi, useInvalidate, useNotice, useText } from '#platform/web';
import {
  blockPerson,
  type ChatMessage,
  deleteMessage,
  getRoom,
  listRooms,
  removeMember,
  reportMessage,
} from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { chatTexts } from '../texts.ts';

/** What somebody is asked about. */
export type Question =
  | { readonly kind: 'remove'; readonly message: ChatMessage }
  | { readonly kind: 'report'; readonly message: ChatMessage }
  | { readonly kind: 'block'; readonly userId: string }
  | { readonly kind: 'leave'; readonly userId: string };

export interface QuestionDialogProps {
  readonly roomId: string;
  readonly question: Question | null;
  readonly onClose: () => void;
  readonly onLeft: (() => void) | undefined;
}

/** Asks before something of weight is done, and does it. */
export function QuestionDialog({ roomId, question, onClose, onLeft }: QuestionDialogProps): ReactNode {
  const t = useText(chatTexts);
  const refusals = useRefusals();
  const { call } = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const [comment, setComment] = useState('');
  if (question === null) return null;

  const carryOut = async (): Promise<void> => {
    switch (question.kind) {
      case 'remove':
        await call(deleteMessage, { params: { id: roomId, message_id: question.message.id } });
        return;
      case 'report':
        await call(reportMessage, {
          params: { id: roomId },
          body: { message_id: question.message.id, ...(comment.trim() === '' ? {} : { comment }) },
        });
        setComment('');
        notice.success(t('confirm.reported'));
        return;
      case 'block':
        await call(blockPerson, { params: { user_id: question.userId } });
        await invalidate(getRoom, listRooms);
        return;
      case 'leave':
        await call(removeMember, { params: { id: roomId, user_id: question.userId } });
        await invalidate(listRooms);
        onLeft?.();
        return;
      default:
        question satisfies never;
    }
  };
  const { kind } = question;
  return (
    <ConfirmDialog
      open
      title={t(`confirm.${kind}`)}
      confirmLabel={t(`menu.${kind}`)}
      destructive={kind !== 'report'}
      refusals={refusals}
      onConfirm={carryOut}
      onClose={onClose}
    >
      {t(`confirm.${kind}_help`)}
      {kind === 'report' ? (
        <TextField
          fullWidth
          multiline
          minRows={2}
          margin="normal"
          label={t('confirm.comment')}
          value={comment}
          onChange={({ target }) => setComment(target.value)}
          slotProps={{ htmlInput: { maxLength: 1_000 } }}
        />
      ) : null}
    </ConfirmDialog>
  );
}
