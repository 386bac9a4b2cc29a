/** The objects of YooKassa API v3 as the double keeps and shows them. */
export interface WireAmount {
  readonly value: string;
  readonly currency: string;
}

export interface WirePayment {
  readonly id: string;
  status: 'pending' | 'waiting_for_capture' | 'succeeded' | 'canceled';
  paid: boolean;
  amount: WireAmount;
  readonly created_at: string;
  captured_at?: string;
  expires_at?: string;
  confirmation?: { readonly type: string; readonly return_url: string; readonly confirmation_url: string };
  cancellation_details?: { readonly party: string; readonly reason: string };
  receipt_registration?: 'pending' | 'succeeded' | 'canceled';
  payment_method: { type: string; readonly id: string; readonly saved: false };
  refunded_amount?: WireAmount;
  refundable: boolean;
  readonly description?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly recipient: { readonly account_id: string; readonly gateway_id: string };
  readonly test: true;
}

export interface WireRefund {
  readonly id: string;
  readonly payment_id: string;
  status: 'pending' | 'succeeded' | 'canceled';
  readonly amount: WireAmount;
  readonly created_at: string;
  readonly metadata?: Readonly<Record<string, string>>;
  cancellation_details?: { readonly party: string; readonly reason: string };
}

export interface WireReceipt {
  readonly id: string;
  readonly type: 'payment';
  readonly payment_id: string;
  status: 'pending' | 'succeeded';
  readonly items: readonly unknown[];
  readonly settlements: readonly unknown[];
}

/** An answer that is not a success. */
export class WireError extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, parameter?: string) {
    super(code);
    this.status = status;
    this.body = {
      type: 'error',
      id: crypto.randomUUID(),
      code,
      description: `The double says ${code}.`,
      ...(parameter === undefined ? {} : { parameter }),
    };
  }
}

export function kopecks({ value }: WireAmount): number {
  return Math.round(Number(value) * 100);
}

export function amountOf(minor: number, currency: string): WireAmount {
  return { value: (minor / 100).toFixed(2), currency };
}
