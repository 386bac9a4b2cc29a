import { Chip } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { paymentsTexts } from '../texts.ts';

type Status = 'created' | 'pending' | 'held' | 'succeeded' | 'canceled' | 'requested';

const colors = {
  created: 'default',
  requested: 'default',
  pending: 'warning',
  held: 'info',
  succeeded: 'success',
  canceled: 'default',
} as const;

/** Where a payment or a refund is, in a word. */
export function StatusChip({ status }: { readonly status: Status }): ReactNode {
  const t = useText(paymentsTexts);
  return <Chip size="small" variant="outlined" color={colors[status]} label={t(`status.${status}`)} />;
}
