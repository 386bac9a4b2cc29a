import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded';
import DownloadRounded from '@mui/icons-material/DownloadRounded';
import MoreVertRounded from '@mui/icons-material/MoreVertRounded';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { IconButton, ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useApi, useNotice, useSend, useText } from '#platform/web';
import {
  deleteKnowledgeDocument,
  getCollection,
  getKnowledgeDocumentContent,
  type KnowledgeDocument,
  listCollections,
  listKnowledgeDocuments,
} from '../../../contract/index.ts';
import { saveFile } from '../../pieces/save-file.ts';
import { useFileInput } from '../../pieces/use-file-input.tsx';
import { useKnowledgeRefusals } from '../refusals.ts';
import { knowledgeTexts } from '../texts.ts';

export interface DocumentMenuProps {
  readonly document: KnowledgeDocument;
  /** Uploads a file in its place. */
  readonly onReplace: (file: File) => void;
  readonly onGone?: () => void;
}

/** What can be done with a document: keep it, put a new version in its place, delete it. */
export function DocumentMenu({ document: known, onReplace, onGone }: DocumentMenuProps): ReactNode {
  const t = useText(knowledgeTexts);
  const notice = useNotice();
  const refusals = useKnowledgeRefusals();
  const { call } = useApi();
  const { input, open: chooseFile } = useFileInput({
    label: t('document.replace'),
    onFiles: ([file]) => (file === undefined ? undefined : onReplace(file)),
  });
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [deleting, setDeleting] = useState(false);
  const send = useSend(deleteKnowledgeDocument, {
    invalidates: [listKnowledgeDocuments, getCollection, listCollections],
    onSuccess: () => {
      notice.success(t('document.deleted'));
      onGone?.();
    },
  });
  const download = async (): Promise<void> => {
    try {
      saveFile(await call(getKnowledgeDocumentContent, { params: { id: known.id } }), known.name);
    } catch (problem) {
      notice.error(problem, refusals);
    }
  };
  const choose = (action: () => unknown) => () => {
    setAnchor(null);
    void action();
  };
  return (
    <>
      <IconButton
        aria-label={t('document.actions', { name: known.name })}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <MoreVertRounded fontSize="small" />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {known.can_manage ? (
          <MenuItem onClick={choose(chooseFile)}>
            <ListItemIcon>
              <UploadFileOutlined fontSize="small" />
            </ListItemIcon>
            <ListItemText>{t('document.replace')}</ListItemText>
          </MenuItem>
        ) : null}
        <MenuItem onClick={choose(download)}>
          <ListItemIcon>
            <DownloadRounded fontSize="small" />
          </ListItemIcon>
          <ListItemText>{t('document.download')}</ListItemText>
        </MenuItem>
        {known.can_manage ? (
          <MenuItem onClick={choose(() => setDeleting(true))} sx={{ color: 'error.main' }}>
            <ListItemIcon sx={{ color: 'inherit' }}>
              <DeleteOutlineRounded fontSize="small" />
            </ListItemIcon>
            <ListItemText>{t('document.delete')}</ListItemText>
          </MenuItem>
        ) : null}
      </Menu>
      {input}
      <ConfirmDialog
        open={deleting}
        title={t('document.delete_title')}
        confirmLabel={t('document.delete_confirm')}
        destructive
        refusals={refusals}
        onClose={() => setDeleting(false)}
        onConfirm={() => send.mutateAsync({ params: { id: known.id } })}
      >
        {t('document.delete_text', { name: known.name })}
      </ConfirmDialog>
    </>
  );
}
