import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Type } from 'typebox';
import { FormTextField, useApi, useForm, useInvalidate, useNotice, useText } from '#platform/web';
import { listAllOrders, type Order, updateOrder } from '../../../contract/index.ts';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { useMoney } from '../pieces/formats.ts';
import { operationsTexts } from '../texts.ts';
import { paidWithMoney } from './parcel.rules.ts';

const RefundForm = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) });

interface RefundDialogProps {
  readonly order: Order;
  readonly onClose: () => void;
}

/** Gives the money of an order back, with a reason. */
export function RefundDialog({ order, onClose }: RefundDialogProps): ReactNode {
  const t = useText(operationsTexts);
  const money = useMoney();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const form = useForm({
    schema: RefundForm,
    initial: { reason: '' },
    async submit({ reason }) {
      await api.call(updateOrder, {
        params: { id: order.id },
        body: { refund: true, reason: reason.trim() },
      });
      notice.success(t('orders.refunded'));
      onClose();
      await invalidate(listAllOrders);
    },
  });
  const amount = money(paidWithMoney(order), order.total.currency);
  return (
    <FormDialog
      title={t('orders.refund_title', { number: order.number })}
      form={form}
      submitLabel={t('orders.refund')}
      destructive
      onClose={onClose}
    >
      <Typography sx={{ color: 'text.secondary' }}>{t('orders.refund_help', { amount })}</Typography>
      <FormTextField
        form={form}
        name="reason"
        label={t('reason')}
        help={t('reason_help')}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  );
}
