import { Chip } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { shopTexts } from '../texts.ts';
import type { OrderStage } from './order-stage.rules.ts';

const colors = {
  to_pay: 'warning',
  preparing_payment: 'default',
  confirming: 'info',
  payment_cancelled: 'error',
  paid: 'success',
  cancelled: 'default',
  refunded: 'default',
} as const satisfies Record<OrderStage, string>;

/** Where an order stands, in a word. */
export function StageChip({ stage }: { readonly stage: OrderStage }): ReactNode {
  const t = useText(shopTexts);
  return <Chip size="small" variant="outlined" color={colors[stage]} label={t(`stage.${stage}`)} />;
}
