import { Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { TObject } from 'typebox';
import { type FormHandle, SubmitButton, useLanguage, useText } from '#platform/web';
import { moneyText } from '../../pieces/index.ts';
import { shopTexts } from '../texts.ts';
import { SumList } from './sum-list.tsx';
import type { PaymentChoice } from './use-payment-choice.ts';

export interface OrderSummaryProps<Schema extends TObject> {
  readonly choice: PaymentChoice;
  readonly form: FormHandle<Schema>;
}

/** What it comes to, and the button that orders. */
export function OrderSummary<Schema extends TObject>({ choice, form }: OrderSummaryProps<Schema>): ReactNode {
  const t = useText(shopTexts);
  const language = useLanguage();
  const { total, discount, credits, due, currency } = choice.sums;
  const sum = (amount: number): string => moneyText({ amount, currency }, language);
  return (
    <Stack spacing={2}>
      <SumList
        rows={[
          { name: t('checkout.articles'), value: sum(total) },
          ...(discount === 0 ? [] : [{ name: t('checkout.discount'), value: `−${sum(discount)}` }]),
          ...(credits === 0 ? [] : [{ name: t('checkout.credits'), value: `−${sum(credits)}` }]),
          { name: t('checkout.due'), value: sum(due), strong: true },
        ]}
      />
      <SubmitButton form={form} size="large" disabled={choice.isPromoPending}>
        {due === 0 ? t('checkout.settle') : t('checkout.pay', { amount: sum(due) })}
      </SubmitButton>
      {due === 0 ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('checkout.secure')}
        </Typography>
      )}
    </Stack>
  );
}
