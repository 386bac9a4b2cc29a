import type { ReactNode } from 'react';
import { useApi, useForm, useInvalidate, useLanguage, useNotice, useText } from '#platform/web';
import { listPromos, type Promo, updatePromo } from '../../../contract/index.ts';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { operationsTexts } from '../texts.ts';
import { LimitFields } from './limit-fields.tsx';
import { usePromoProblem } from './promo-faults.ts';
import { LimitsForm, limitsBody, limitsForm } from './promo-form.rules.ts';

interface LimitsDialogProps {
  readonly promo: Promo;
  readonly onClose: () => void;
}

/** Changes the limits of a promo code. */
export function LimitsDialog({ promo, onClose }: LimitsDialogProps): ReactNode {
  const t = useText(operationsTexts);
  const language = useLanguage();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const problemOf = usePromoProblem();
  const form = useForm({
    schema: LimitsForm,
    initial: limitsForm(promo, language),
    async submit(values) {
      const made = limitsBody(values, promo);
      if ('faults' in made) throw problemOf(made.faults);
      await api.call(updatePromo, { params: { id: promo.id }, body: made.body });
      notice.success(t('promos.saved'));
      onClose();
      await invalidate(listPromos);
    },
  });
  return (
    <FormDialog
      title={t('promos.edit', { code: promo.code })}
      form={form}
      submitLabel={t('save')}
      onClose={onClose}
      long
    >
      <LimitFields form={form} />
    </FormDialog>
  );
}
