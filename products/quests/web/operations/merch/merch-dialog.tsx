import { Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  FormTextField,
  useApi,
  useForm,
  useInvalidate,
  useLanguage,
  useLocalized,
  useNotice,
  useText,
} from '#platform/web';
import { createMerch, listAllMerch, type Merch, updateMerch } from '../../../contract/index.ts';
import { FormChoice, FormSum, FormSwitch } from '../pieces/form-choice.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { useMoney } from '../pieces/formats.ts';
import { priceLimit } from '../pieces/money.rules.ts';
import { fieldProblem } from '../refusals.ts';
import { operationsTexts } from '../texts.ts';
import { MerchForm, merchBody, merchForm, vatCodes } from './merch-form.rules.ts';
import { PictureField } from './picture-field.tsx';

interface MerchDialogProps {
  /** Null adds a new one. */
  readonly merch: Merch | null;
  readonly onClose: () => void;
}

/** Adds or changes an article, in both languages. */
export function MerchDialog({ merch, onClose }: MerchDialogProps): ReactNode {
  const t = useText(operationsTexts);
  const language = useLanguage();
  const localized = useLocalized();
  const money = useMoney();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  // Undefined leaves the picture as it is.
  const [picture, setPicture] = useState<string | null | undefined>(undefined);
  const form = useForm({
    schema: MerchForm,
    initial: merchForm(merch, language),
    async submit(values) {
      const fields = merchBody(values);
      if (fields === undefined)
        throw fieldProblem({ price: t('sum_beyond', { limit: money(priceLimit, 'RUB') }) });
      const body = { ...fields, ...(picture === undefined ? {} : { picture_file_id: picture }) };
      if (merch === null) await api.call(createMerch, { body });
      else await api.call(updateMerch, { params: { id: merch.id }, body });
      notice.success(t(merch === null ? 'merch.added' : 'merch.saved'));
      onClose();
      await invalidate(listAllMerch);
    },
  });
  const title = merch === null ? t('merch.add') : t('merch.edit', { name: localized(merch.title) });
  const longText = { multiline: true, minRows: 3, slotProps: { htmlInput: { maxLength: 4_000 } } };
  return (
    <FormDialog title={title} form={form} submitLabel={t('save')} onClose={onClose} long>
      <PictureField picture={picture === undefined ? (merch?.picture ?? null) : null} onChange={setPicture} />
      <FormTextField form={form} name="title_ru" label={t('merch.title_ru')} />
      <FormTextField form={form} name="title_en" label={t('merch.title_en')} />
      <FormTextField form={form} name="description_ru" label={t('merch.description_ru')} {...longText} />
      <FormTextField form={form} name="description_en" label={t('merch.description_en')} {...longText} />
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <FormSum form={form} name="price" label={t('merch.price_label')} />
        <FormTextField
          form={form}
          name="stock"
          label={t('merch.stock_label')}
          slotProps={{ htmlInput: { min: 0, inputMode: 'numeric' } }}
        />
      </Stack>
      <FormChoice
        form={form}
        name="vat_code"
        label={t('merch.vat')}
        options={vatCodes.map((value) => ({ value, label: t(`merch.vat_${value}`) }))}
      />
      <FormSwitch form={form} name="active" label={t('merch.on_sale')} />
    </FormDialog>
  );
}
