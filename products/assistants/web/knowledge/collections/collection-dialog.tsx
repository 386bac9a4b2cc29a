import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { Type } from 'typebox';
import { Form, FormTextField, SubmitButton, useApi, useForm, useInvalidate, useText } from '#platform/web';
import {
  type CollectionAccess,
  changeCollection,
  createCollection,
  getCollection,
  type KnowledgeCollection,
  listCollections,
} from '../../../contract/index.ts';
import { useMyCompany } from '../../pieces/use-my-company.ts';
import { collectionPath } from '../paths.ts';
import { useKnowledgeRefusals } from '../refusals.ts';
import { knowledgeTexts } from '../texts.ts';
import { ReadingField } from './reading-field.tsx';

const schema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  description: Type.Optional(Type.String({ maxLength: 2_000 })),
});

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
  const titleId = useId();
  const company = useMyCompany();
  const [reading, setReading] = useState<CollectionAccess>(collection?.reading ?? { kind: 'private' });
  const isPrivate = collection?.reading.kind === 'private';
  const mayShare =
    company !== undefined && !company.personal && (company.role === 'owner' || company.role === 'admin');
  const kinds: readonly CollectionAccess['kind'][] =
    collection === undefined
      ? mayShare
        ? ['private', 'company', 'members']
        : ['private']
      : ['company', 'members'];
  const mode = collection === undefined ? 'create' : 'edit';

  const form = useForm({
    schema,
    initial: { name: collection?.name ?? '', description: collection?.description ?? '' },
    submit: async ({ name, description = '' }) => {
      if (collection === undefined) {
        const made = await call(createCollection, { body: { name, description, reading } });
        await invalidate(listCollections);
        await navigate(collectionPath(made.id));
        return;
      }
      const shared = reading.kind === 'private' ? {} : { reading };
      await call(changeCollection, {
        params: { id: collection.id },
        body: { name, description, ...shared },
      });
      await invalidate(listCollections, getCollection);
      onSaved?.();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
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
          {isPrivate ? (
            <Alert severity="info" variant="outlined">
              {t('reading.private_stays')}
            </Alert>
          ) : collection === undefined && company?.personal === true ? null : (
            <ReadingField value={reading} kinds={kinds} companyId={company?.id ?? ''} onChange={setReading} />
          )}
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
