import type { ReactNode } from 'react';
import { useNotice, useSend, useText } from '#platform/web';
import { deleteCollection, type KnowledgeCollection, listCollections } from '../../../contract/index.ts';
import { DeleteButton } from '../../pieces/delete-button.tsx';
import { useKnowledgeRefusals } from '../refusals.ts';
import { knowledgeTexts } from '../texts.ts';

export interface DeleteCollectionProps {
  readonly collection: KnowledgeCollection;
  readonly onGone: () => void;
}

/** Deletes a collection with its documents, once the person has confirmed. */
export function DeleteCollection({ collection, onGone }: DeleteCollectionProps): ReactNode {
  const t = useText(knowledgeTexts);
  const notice = useNotice();
  const refusals = useKnowledgeRefusals();
  const send = useSend(deleteCollection, {
    invalidates: [listCollections],
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
      onDelete={() => send.mutateAsync({ params: { id: collection.id } })}
    >
      {t('delete.text', { name: collection.name })}
    </DeleteButton>
  );
}
