import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { type FormHandle, FormTextField, useText } from '#platform/web';
import { FormSum } from '../pieces/form-choice.tsx';
import { operationsTexts } from '../texts.ts';
import type { LimitsForm, PromoForm } from './promo-form.rules.ts';

interface LimitFieldsProps<Schema extends typeof LimitsForm | typeof PromoForm> {
  readonly form: FormHandle<Schema>;
  /** Stands before the end. */
  readonly children?: ReactNode;
}

/** What holds a promo code in bounds. */
export function LimitFields<Schema extends typeof LimitsForm | typeof PromoForm>(
  props: LimitFieldsProps<Schema>,
): ReactNode {
  const { form, children } = props;
  const t = useText(operationsTexts);
  const count = { slotProps: { htmlInput: { min: 1, inputMode: 'numeric' as const } } };
  return (
    <>
      <FormSum form={form} name="budget" label={t('promos.budget')} help={t('promos.budget_help')} />
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <FormTextField
          form={form}
          name="max_uses"
          label={t('promos.max_uses')}
          help={t('promos.max_uses_help')}
          {...count}
        />
        <FormTextField form={form} name="per_person" label={t('promos.per_person')} {...count} />
      </Stack>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        {children}
        <FormTextField
          form={form}
          name="valid_until"
          type="datetime-local"
          label={t('promos.until')}
          help={t('promos.until_help')}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      </Stack>
    </>
  );
}
