import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useApi, useInvalidate, useNotice, useText } from '#platform/web';
import {
  cancelPayment,
  capturePayment,
  getPaymentHistory,
  listAllPayments,
  type OperatorPayment,
} from '../../contract/index.ts';
import { useMoney } from '../show/money.ts';
import { useRefusals } from '../show/refusals.ts';
import { paymentsTexts } from '../texts.ts';
import { RefundDialog } from './refund-dialog.tsx';

/** What an operator may do with a payment in its present state. */
export function PaymentActions({ payment }: { readonly payment: OperatorPayment }): ReactNode {
  const t = useText(paymentsTexts);
  const money = useMoney();
  const refusals = useRefusals();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const [open, setOpen] = useState<'refund' | 'capture' | 'cancel' | null>(null);
  const close = (): void => setOpen(null);
  const { id, status, amount, currency, captured, refunded } = payment;
  const params = { id };
  const isOpen = status === 'created' || status === 'pending' || status === 'held';

  const capture = async (): Promise<void> => {
    await api.call(capturePayment, { params, body: {} });
    notice.success(t('admin.captured_notice'));
    await invalidate(getPaymentHistory, listAllPayments);
  };
  const cancel = async (): Promise<void> => {
    await api.call(cancelPayment, { params });
    notice.success(t('admin.canceled_notice'));
    await invalidate(getPaymentHistory, listAllPayments);
  };
  return (
    <>
      {status === 'held' ? (
        <Button variant="contained" onClick={() => setOpen('capture')}>
          {t('admin.capture')}
        </Button>
      ) : null}
      {isOpen ? (
        <Button variant="outlined" color="error" onClick={() => setOpen('cancel')}>
          {t('admin.cancel')}
        </Button>
      ) : null}
      {status === 'succeeded' && refunded < captured ? (
        <Button variant="outlined" color="error" onClick={() => setOpen('refund')}>
          {t('admin.refund')}
        </Button>
      ) : null}
      <RefundDialog payment={payment} open={open === 'refund'} onClose={close} />
      <ConfirmDialog
        open={open === 'capture'}
        title={t('admin.capture_title', { amount: money(amount, currency) })}
        confirmLabel={t('admin.capture')}
        onConfirm={capture}
        onClose={close}
        refusals={refusals}
      >
        {t('admin.capture_help')}
      </ConfirmDialog>
      <ConfirmDialog
        open={open === 'cancel'}
        title={t('admin.cancel_title')}
        confirmLabel={t('admin.cancel')}
        destructive
        onConfirm={cancel}
        onClose={close}
        refusals={refusals}
      >
        {t('admin.cancel_help')}
      </ConfirmDialog>
    </>
  );
}
