import type { PaymentStatus, PaymentView } from '../index.ts';

/** Stands where a payer was whose account has been erased. */
export const erasedPayer = '00000000-0000-4000-8000-000000000000';

/** What operators see besides. */
export interface OperatorView extends PaymentView {
  readonly mismatched: boolean;
}

export interface RefundRow {
  readonly id: string;
  readonly amount: number;
  readonly status: 'requested' | 'pending' | 'succeeded' | 'canceled';
  readonly reason: string;
  readonly created_at: Date;
}

export interface PaymentFilter {
  readonly status?: PaymentStatus | undefined;
  readonly provider?: string | undefined;
  readonly purpose?: string | undefined;
  readonly payerId?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly after?: { readonly createdAt: Date; readonly id: string } | undefined;
}
