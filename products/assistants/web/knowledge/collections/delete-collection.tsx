import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useNotice, useSend, useText } from '#platform/web';
import { deleteCollection, type KnowledgeCollection, listCollections } from '../../../contract/index.ts';
import { useKnowledgeRefusals } from '../refusals.ts';
import { knowledgeTexts } from '../texts.ts';

export interface DeleteCollectionProps {
  readonly collection: KnowledgeCollection;
  readonly onGone: () => void;
}

/** Deletes a collection with its documents, once the person has said so twice. */
export function DeleteCollection({ collection, onGone }: DeleteCollectionProps): ReactNode {
  const t = useText(knowledgeTexts);
  const notice = useNotice();
  const refusals = useKnowledgeRefusals();
  const [open, setOpen] = useState(false);
  const send = useSend(deleteCollection, {
    invalidates: [listCollections],
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
        onConfirm={() => send.mutateAsync({ params: { id: collection.id } })}
      >
        {t('delete.text', { name: collection.name })}
      </ConfirmDialog>
    </>
  );
}
