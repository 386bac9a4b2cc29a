import { Checkbox, FormControlLabel, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useApi, useInvalidate, useNotice, useSend, useText } from '#platform/web';
import {
  type Conversation,
  changeConversation,
  deleteConversation,
  exportConversation,
  getConversation,
  listConversations,
} from '../../../contract/index.ts';
import { saveFile } from '../../pieces/save-file.ts';
import { useRefusals } from '../refusals.ts';
import { workspaceTexts } from '../texts.ts';
import { RenameDialog } from './rename-dialog.tsx';

const fileNameOf = (title: string): string =>
  title
    .replace(/[\s\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 80);

export interface ConversationMenuProps {
  readonly conversation: Conversation;
  readonly title: string;
  readonly anchor: HTMLElement | null;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

/** What can be done with a conversation: pin, rename, archive, keep as a file, delete. */
export function ConversationMenu(props: ConversationMenuProps): ReactNode {
  const { conversation, title, anchor, onClose, onGone } = props;
  const { id, pinned, archived } = conversation;
  const t = useText(workspaceTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const { call } = useApi();
  const invalidate = useInvalidate();
  const [dialog, setDialog] = useState<'rename' | 'delete' | null>(null);
  const [forget, setForget] = useState(false);
  const onError = (problem: unknown): void => notice.error(problem, refusals);
  const invalidates = [listConversations, getConversation];
  // Its row leaves the list with the archive: what follows does not depend on it.
  const bringBack = async (): Promise<void> => {
    try {
      await call(changeConversation, { params: { id }, body: { archived: false } });
      await invalidate(...invalidates);
    } catch (error) {
      onError(error);
    }
  };
  const change = useSend(changeConversation, {
    invalidates,
    onError,
    onSuccess: (_changed, { body }) => {
      if (body?.archived !== true) return;
      notice.success(t('list.archived_done'), { label: t('list.unarchive'), run: () => void bringBack() });
    },
  });
  const remove = useSend(deleteConversation, {
    invalidates: [listConversations],
    onSuccess: () => {
      notice.success(t('list.deleted'));
      onGone();
    },
  });

  const patch = (body: { readonly pinned?: boolean; readonly archived?: boolean }): void => {
    onClose();
    change.mutate({ params: { id }, body });
  };
  const save = async (format: 'md' | 'json'): Promise<void> => {
    onClose();
    try {
      const file = await call(exportConversation, { params: { id }, query: { format } });
      saveFile(file, `${fileNameOf(title) || t('list.untitled')}.${format}`);
    } catch (error) {
      onError(error);
    }
  };
  const ask = (next: 'rename' | 'delete'): void => {
    onClose();
    setDialog(next);
  };
  return (
    <>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={onClose}>
        <MenuItem onClick={() => patch({ pinned: !pinned })}>
          {pinned ? t('list.unpin') : t('list.pin')}
        </MenuItem>
        <MenuItem onClick={() => ask('rename')}>{t('list.rename')}</MenuItem>
        <MenuItem onClick={() => patch({ archived: !archived })}>
          {archived ? t('list.unarchive') : t('list.to_archive')}
        </MenuItem>
        <MenuItem onClick={() => void save('md')}>{t('list.export_md')}</MenuItem>
        <MenuItem onClick={() => void save('json')}>{t('list.export_json')}</MenuItem>
        <MenuItem onClick={() => ask('delete')} sx={{ color: 'error.main' }}>
          {t('list.delete')}
        </MenuItem>
      </Menu>
      {dialog === 'rename' ? (
        <RenameDialog conversation={conversation} onClose={() => setDialog(null)} />
      ) : null}
      <ConfirmDialog
        open={dialog === 'delete'}
        title={t('list.delete_title')}
        confirmLabel={t('list.delete')}
        destructive
        refusals={refusals}
        onClose={() => setDialog(null)}
        onConfirm={() => remove.mutateAsync({ params: { id }, query: forget ? { forget } : {} })}
      >
        {t('list.delete_text', { title })}
        <FormControlLabel
          sx={{ mt: 1, display: 'flex', color: 'text.primary' }}
          label={t('list.forget_too')}
          control={<Checkbox checked={forget} onChange={({ target }) => setForget(target.checked)} />}
        />
      </ConfirmDialog>
    </>
  );
}
