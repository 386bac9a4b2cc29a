import { Stack, TextField } from '@mui/material';
import { type ReactNode, useRef, useState } from 'react';
import { ApiProblem, ConfirmDialog, useApi, useInvalidate, useNotice, useText } from '#platform/web';
import {
  getPaymentHistory,
  listAllPayments,
  type OperatorPayment,
  refundPayment,
} from '../../contract/index.ts';
import { useMoney } from '../show/money.ts';
import { useRefusals } from '../show/refusals.ts';
import { minorUnitsOf } from '../show/sum.rules.ts';
import { paymentsTexts } from '../texts.ts';

interface RefundDialogProps {
  readonly payment: OperatorPayment;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Found here, said in the words of the server's refusals. */
function incomplete(): ApiProblem {
  const code = 'payments.refund_incomplete';
  return new ApiProblem(422, { type: 'about:blank', title: 'Incomplete', status: 422, code });
}

/** Asks how much and why, then gives money back. */
export function RefundDialog({ payment, open, onClose }: RefundDialogProps): ReactNode {
  const t = useText(paymentsTexts);
  const money = useMoney();
  const refusals = useRefusals();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const [sum, setSum] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  // One key for one dialog: pressing twice refunds once.
  const key = useRef(crypto.randomUUID());
  const amount = minorUnitsOf(sum);
  const sumWrong = sum.trim() !== '' && amount === undefined;
  const reasonWrong = reason.trim().length < 3;

  const refund = async (): Promise<void> => {
    setTried(true);
    if (sumWrong || reasonWrong) throw incomplete();
    await api.call(refundPayment, {
      params: { id: payment.id },
      body: {
        reason: reason.trim(),
        key: key.current,
        ...(amount === undefined ? {} : { amount }),
      },
    });
    key.current = crypto.randomUUID();
    setSum('');
    setReason('');
    setTried(false);
    notice.success(t('admin.refunded_notice'));
    await invalidate(getPaymentHistory, listAllPayments);
  };
  const rest = money(payment.captured - payment.refunded, payment.currency);
  return (
    <ConfirmDialog
      open={open}
      title={t('admin.refund_title')}
      confirmLabel={t('admin.refund')}
      destructive
      onConfirm={refund}
      onClose={onClose}
      refusals={refusals}
    >
      <Stack spacing={2}>
        <span>{t('admin.refund_help', { amount: rest })}</span>
        <TextField
          label={t('admin.refund_sum')}
          value={sum}
          error={sumWrong}
          helperText={sumWrong ? t('admin.refund_sum_wrong') : ' '}
          onChange={({ target }) => setSum(target.value)}
          slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 15 } }}
        />
        <TextField
          label={t('admin.refund_reason')}
          value={reason}
          required
          error={tried && reasonWrong}
          helperText={t('admin.refund_reason_help')}
          onChange={({ target }) => setReason(target.value)}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
      </Stack>
    </ConfirmDialog>
  );
}
