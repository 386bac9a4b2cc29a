import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '#platform/contract';

export const Method = Type.Enum(['bank_card', 'sbp']);
export const Status = Type.Enum(['created', 'pending', 'held', 'succeeded', 'canceled']);
export const Currency = Type.Enum(['RUB', 'USD', 'EUR']);
export const ProviderName = Type.Enum(['yookassa', 'stripe', 'sandbox']);
export const Purpose = Type.String({ maxLength: 100, pattern: '^[a-z][a-z0-9_-]*\\.[a-z0-9_]+$' });

/** Money in minor units (kopecks, cents). */
export const MinorUnits = Type.Integer({ minimum: 1, maximum: 100_000_000_000 });

export const Payment = Type.Object({
  id: Id,
  purpose: Type.String(),
  subject_id: Id,
  /** A fixed id of nobody once the payer's account was erased. */
  payer_id: Id,
  provider: ProviderName,
  method: Nullable(Method),
  flow: Type.Enum(['hold', 'charge']),
  status: Status,
  amount: Type.Integer({ description: 'Minor units.' }),
  currency: Currency,
  captured: Type.Integer(),
  refunded: Type.Integer(),
  /** Where the payer confirms, while the payment is pending. */
  confirmation_url: Nullable(Type.String()),
  cancellation_reason: Nullable(Type.String()),
  expires_at: Nullable(Instant),
  created_at: Instant,
});
export type Payment = Static<typeof Payment>;
