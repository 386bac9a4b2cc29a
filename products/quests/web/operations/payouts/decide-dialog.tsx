import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Type } from 'typebox';
import { FormTextField, useApi, useForm, useInvalidate, useNotice, useText } from '#platform/web';
import { decidePayout, listPayouts, type Payout } from '../../../contract/index.ts';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { useMoney } from '../pieces/formats.ts';
import { fieldProblem } from '../refusals.ts';
import { operationsTexts } from '../texts.ts';

const NoteForm = Type.Object({ note: Type.Optional(Type.String({ maxLength: 500 })) });

interface DecideDialogProps {
  readonly payout: Payout;
  readonly paid: boolean;
  readonly onClose: () => void;
}

/** Says that a payout was made, or sends the request back with a word why. */
export function DecideDialog({ payout, paid, onClose }: DecideDialogProps): ReactNode {
  const t = useText(operationsTexts);
  const money = useMoney();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const amount = money(payout.amount, payout.currency);
  const author = payout.author.name;
  const form = useForm({
    schema: NoteForm,
    initial: { note: '' },
    async submit({ note = '' }) {
      const words = note.trim();
      if (!paid && words === '') throw fieldProblem({ note: t('payouts.reject_note_missing') });
      const body = { paid, ...(words === '' ? {} : { note: words }) };
      await api.call(decidePayout, { params: { id: payout.id }, body });
      notice.success(t('payouts.done'));
      onClose();
      await invalidate(listPayouts);
    },
  });
  return (
    <FormDialog
      title={paid ? t('payouts.pay_title', { amount, author }) : t('payouts.reject_title', { author })}
      form={form}
      submitLabel={t(paid ? 'payouts.pay_confirm' : 'payouts.reject')}
      destructive={!paid}
      onClose={onClose}
    >
      <Typography sx={{ color: 'text.secondary' }}>
        {paid ? t('payouts.pay_help') : t('payouts.reject_help', { amount })}
      </Typography>
      <FormTextField
        form={form}
        name="note"
        label={t(paid ? 'payouts.note_optional' : 'payouts.reject_note')}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  );
}
