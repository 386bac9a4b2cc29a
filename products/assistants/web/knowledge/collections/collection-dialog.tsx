import { Alert } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useApi, useInvalidate, useText } from '#platform/web';
import {
  type CollectionAccess,
  changeCollection,
  createCollection,
  getCollection,
  type KnowledgeCollection,
  listCollections,
} from '../../../contract/index.ts';
import { administers } from '../../pieces/administers.rules.ts';
import { type Details, DetailsDialog } from '../../pieces/details-dialog.tsx';
import { useMyCompany } from '../../pieces/use-my-company.ts';
import { collectionPath } from '../paths.ts';
import { useKnowledgeRefusals } from '../refusals.ts';
import { knowledgeTexts } from '../texts.ts';
import { ReadingField } from './reading-field.tsx';

export interface CollectionDialogProps {
  /** Left out: a new one is made. */
  readonly collection?: KnowledgeCollection;
  readonly onClose: () => void;
  readonly onSaved?: () => void;
}

/** Makes a collection, or changes its name, description and readers. */
export function CollectionDialog({ collection, onClose, onSaved }: CollectionDialogProps): ReactNode {
  const t = useText(knowledgeTexts);
  const refusals = useKnowledgeRefusals();
  const navigate = useNavigate();
  const { call } = useApi();
  const invalidate = useInvalidate();
  const company = useMyCompany();
  const [reading, setReading] = useState<CollectionAccess>(collection?.reading ?? { kind: 'private' });
  const isPrivate = collection?.reading.kind === 'private';
  const mayShare = company?.personal === false && administers(company);
  const kinds: readonly CollectionAccess['kind'][] =
    collection === undefined
      ? mayShare
        ? ['private', 'company', 'members']
        : ['private']
      : ['company', 'members'];
  const mode = collection === undefined ? 'create' : 'edit';

  const save = async (details: Details): Promise<void> => {
    if (collection === undefined) {
      const made = await call(createCollection, { body: { ...details, reading } });
      await invalidate(listCollections);
      await navigate(collectionPath(made.id));
      return;
    }
    const shared = reading.kind === 'private' ? {} : { reading };
    await call(changeCollection, { params: { id: collection.id }, body: { ...details, ...shared } });
    await invalidate(listCollections, getCollection);
    onSaved?.();
    onClose();
  };
  return (
    <DetailsDialog
      title={t(`${mode}.title`)}
      submitLabel={t(`${mode}.submit`)}
      descriptionLabel={t('field.description')}
      maxWidth="sm"
      details={collection}
      refusals={refusals}
      onSave={save}
      onClose={onClose}
    >
      {isPrivate ? (
        <Alert severity="info" variant="outlined">
          {t('reading.private_stays')}
        </Alert>
      ) : collection === undefined && company?.personal === true ? null : (
        <ReadingField value={reading} kinds={kinds} onChange={setReading} />
      )}
    </DetailsDialog>
  );
}
