import { Autocomplete, Stack, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import {
  FormTextField,
  useApi,
  useForm,
  useInvalidate,
  useLocalized,
  useNotice,
  useText,
} from '#platform/web';
import {
  createDictionaryEntry,
  type DictionaryEntry,
  listDictionary,
  updateDictionaryEntry,
} from '../../../contract/index.ts';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { fieldProblem, inWords, useRefusals } from '../refusals.ts';
import { operationsTexts } from '../texts.ts';
import { EntryForm, entryFields, entryForm, isPlaceHalf } from './entry-form.rules.ts';

const zones = Intl.supportedValuesOf('timeZone');

interface EntryDialogProps {
  readonly kind: DictionaryEntry['kind'];
  /** Null writes a new one. */
  readonly entry: DictionaryEntry | null;
  /** Where a new one goes. */
  readonly position: number;
  readonly onClose: () => void;
}

/** Adds or changes an entry; cities say where they are. */
export function EntryDialog({ kind, entry, position, onClose }: EntryDialogProps): ReactNode {
  const t = useText(operationsTexts);
  const localized = useLocalized();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const refusals = useRefusals();
  const isCity = kind === 'city';
  const form = useForm({
    schema: EntryForm,
    initial: entryForm(entry),
    async submit(values) {
      if (isPlaceHalf(values)) {
        const name = values.lat === undefined ? 'lat' : 'lng';
        throw fieldProblem({ [name]: t('dictionaries.place_incomplete') });
      }
      const fields = entryFields(values, isCity);
      try {
        if (entry === null)
          await api.call(createDictionaryEntry, {
            params: { kind },
            body: { code: values.code, position, ...fields },
          });
        else await api.call(updateDictionaryEntry, { params: { kind, id: entry.id }, body: fields });
      } catch (error) {
        throw inWords(error, refusals);
      }
      notice.success(t(entry === null ? 'dictionaries.added' : 'dictionaries.saved'));
      onClose();
      await invalidate(listDictionary);
    },
  });
  const title =
    entry === null ? t('dictionaries.add') : t('dictionaries.edit', { name: localized(entry.name) });
  return (
    <FormDialog title={title} form={form} submitLabel={t('save')} onClose={onClose} long={isCity}>
      <FormTextField form={form} name="name_ru" label={t('dictionaries.name_ru')} autoFocus />
      <FormTextField form={form} name="name_en" label={t('dictionaries.name_en')} />
      <FormTextField
        form={form}
        name="code"
        label={t('dictionaries.code')}
        disabled={entry !== null}
        help={t('dictionaries.code_help')}
        patternText={t('dictionaries.code_help')}
        slotProps={{ htmlInput: { maxLength: 40, autoCapitalize: 'none', spellCheck: false } }}
      />
      {isCity ? (
        <>
          <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
            <FormTextField
              form={form}
              name="lat"
              label={t('dictionaries.lat')}
              slotProps={{ htmlInput: { step: 'any', inputMode: 'decimal' } }}
            />
            <FormTextField
              form={form}
              name="lng"
              label={t('dictionaries.lng')}
              slotProps={{ htmlInput: { step: 'any', inputMode: 'decimal' } }}
            />
          </Stack>
          <Autocomplete
            options={zones}
            value={form.values.time_zone ?? null}
            noOptionsText={t('dictionaries.zone_none')}
            onChange={(_, zone) => form.set('time_zone', zone ?? undefined)}
            renderInput={(params) => <TextField {...params} label={t('dictionaries.zone')} />}
          />
        </>
      ) : null}
    </FormDialog>
  );
}
