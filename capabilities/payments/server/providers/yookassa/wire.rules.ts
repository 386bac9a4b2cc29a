import { type Static, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Currency, Money } from '#base/money';
import type { Observation, RefundObservation } from '../../payment/payment-types.ts';
import { ResultUnknown } from '../outside.ts';
import type { Receipt } from '../provider.ts';

const Amount = Type.Object({
  value: Type.String({ pattern: '^\\d{1,13}\\.\\d{2}$' }),
  currency: Type.Enum(['RUB', 'USD', 'EUR']),
});
const Metadata = Type.Optional(Type.Record(Type.String(), Type.Unknown()));
const Details = Type.Optional(Type.Object({ reason: Type.String() }));

const PaymentObject = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 64 }),
  status: Type.Enum(['pending', 'waiting_for_capture', 'succeeded', 'canceled']),
  amount: Amount,
  created_at: Type.String({ format: 'date-time' }),
  expires_at: Type.Optional(Type.String({ format: 'date-time' })),
  confirmation: Type.Optional(Type.Object({ confirmation_url: Type.Optional(Type.String()) })),
  cancellation_details: Details,
  metadata: Metadata,
});
export type PaymentObject = Static<typeof PaymentObject>;

const RefundObject = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 64 }),
  payment_id: Type.String(),
  status: Type.Enum(['pending', 'succeeded', 'canceled']),
  amount: Amount,
  created_at: Type.String({ format: 'date-time' }),
  cancellation_details: Details,
  metadata: Metadata,
});
export type RefundObject = Static<typeof RefundObject>;

const ReceiptObject = Type.Object({ id: Type.String({ minLength: 1 }) });
const listOf = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), next_cursor: Type.Optional(Type.String()) });

function reader<Schema extends TSchema>(schema: Schema): (value: unknown) => Static<Schema> {
  const check = Compile(schema);
  return (value) => {
    if (check.Check(value)) return value;
    throw new ResultUnknown('YooKassa answered something that is not in its documentation.');
  };
}

export const readPayment = reader(PaymentObject);
export const readRefund = reader(RefundObject);
export const readReceipt = reader(ReceiptObject);
export const readPayments = reader(listOf(PaymentObject));
export const readRefunds = reader(listOf(RefundObject));

/** `3500.00` from 350000. */
export function decimal(minor: number): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}

export function wireAmount({ amount, currency }: Money): { value: string; currency: Currency } {
  return { value: decimal(amount), currency };
}

export function moneyOf({ value, currency }: Static<typeof Amount>): Money {
  return { amount: Number(value.replace('.', '')), currency };
}

/** Our id in the metadata of an object. */
export function referenceOf(metadata: Readonly<Record<string, unknown>> | undefined): string | null {
  const reference = metadata?.['reference'];
  return typeof reference === 'string' ? reference : null;
}

const statuses = {
  pending: 'pending',
  waiting_for_capture: 'held',
  succeeded: 'succeeded',
  canceled: 'canceled',
} as const;

export function observationOf(object: PaymentObject): Observation {
  return {
    providerId: object.id,
    status: statuses[object.status],
    amount: moneyOf(object.amount),
    confirmationUrl: object.confirmation?.confirmation_url ?? null,
    expiresAt: object.expires_at ?? null,
    reason: object.cancellation_details?.reason ?? null,
    createdAt: object.created_at,
  };
}

export function refundObservationOf(object: RefundObject): RefundObservation {
  return {
    providerId: object.id,
    status: object.status,
    amount: moneyOf(object.amount),
    reason: object.cancellation_details?.reason ?? null,
    createdAt: object.created_at,
  };
}

/** A receipt for payment, refund or settlement; `mode` tells which stage of the sale it is. */
export function wireReceipt({ email, lines }: Receipt, mode: 'full_prepayment' | 'full_payment') {
  return {
    ...(email === null ? {} : { customer: { email } }),
    items: lines.map(({ description, quantity, unitPrice, vatCode, subject }) => ({
      description,
      quantity,
      amount: wireAmount(unitPrice),
      vat_code: vatCode,
      measure: 'piece',
      payment_subject: subject,
      payment_mode: mode,
    })),
  };
}
