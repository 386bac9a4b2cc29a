import { Button, MenuItem, Stack, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Form, FormTextField, SubmitButton, useApi, useForm, useInvalidate, useText } from '#platform/web';
import { type ApiKey, createApiKey, listApiKeys } from '../../contract/index.ts';
import { inWords, useRefusals } from '../texts/refusals.ts';
import { accountTexts, identityTexts } from '../texts.ts';
import { ScopeChoice } from './scope-choice.tsx';

const lifetimes = [7, 30, 90, 365] as const;
const never = 'never';

interface NewKeyFormProps {
  readonly onCancel: () => void;
  readonly onMade: (made: { readonly key: string; readonly api_key: ApiKey }) => void;
}

/** A key's name, what it may do and for how long. */
export function NewKeyForm({ onCancel, onMade }: NewKeyFormProps): ReactNode {
  const t = useText(accountTexts);
  const shared = useText(identityTexts);
  const refusals = useRefusals();
  const api = useApi();
  const invalidate = useInvalidate();
  const [lifetime, setLifetime] = useState('90');
  const form = useForm({
    schema: createApiKey.body,
    initial: { name: '', scopes: [], expires_in_days: 90 },
    async submit(body) {
      try {
        onMade(await api.call(createApiKey, { body }));
      } catch (error) {
        throw inWords(error, refusals);
      }
      await invalidate(listApiKeys);
    },
  });
  return (
    <Form form={form} refusals={refusals} label={t('keys.create')}>
      <FormTextField form={form} name="name" label={t('keys.name')} help={t('keys.name_help')} />
      <ScopeChoice
        chosen={form.values.scopes ?? []}
        onChange={(scopes) => form.set('scopes', scopes)}
        fault={form.faultOf('scopes') !== undefined}
      />
      <TextField
        select
        label={t('keys.expires')}
        value={lifetime}
        onChange={({ target }) => {
          setLifetime(target.value);
          form.set('expires_in_days', target.value === never ? undefined : Number(target.value));
        }}
      >
        {lifetimes.map((days) => (
          <MenuItem key={days} value={String(days)}>
            {t('keys.days', { count: days })}
          </MenuItem>
        ))}
        <MenuItem value={never}>{t('keys.never')}</MenuItem>
      </TextField>
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
        <Button color="inherit" onClick={onCancel}>
          {shared('back')}
        </Button>
        <SubmitButton form={form}>{t('keys.create')}</SubmitButton>
      </Stack>
    </Form>
  );
}
