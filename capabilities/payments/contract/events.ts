import { Type } from 'typebox';
import { defineEvent, Id } from '#platform/contract';

/** A payment moved to another status. */
export const PaymentChanged = defineEvent(
  'payments.payment_changed.v1',
  Type.Object({
    payment_id: Id,
    purpose: Type.String(),
    subject_id: Id,
    payer_id: Id,
    status: Type.Enum(['pending', 'held', 'succeeded', 'canceled']),
    amount: Type.Integer(),
    captured: Type.Integer(),
    currency: Type.String(),
  }),
);

/** Money went back. */
export const RefundSettled = defineEvent(
  'payments.refund_settled.v1',
  Type.Object({
    payment_id: Id,
    refund_id: Id,
    purpose: Type.String(),
    subject_id: Id,
    payer_id: Id,
    amount: Type.Integer(),
    currency: Type.String(),
    /** Everything that was captured is back. */
    full: Type.Boolean(),
  }),
);
