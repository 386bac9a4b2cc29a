import { type Static, Type } from 'typebox';
import { defineRoute, IdParams, Nullable } from '#platform/contract';
import { Currency, Method } from './fields.ts';

/** What the sandbox's checkout page shows. No personal data: whoever has the address may see it. */
export const SandboxCheckout = Type.Object({
  id: Type.String(),
  status: Type.Enum(['pending', 'held', 'succeeded', 'canceled']),
  amount: Type.Integer(),
  currency: Currency,
  method: Nullable(Method),
  /** Whether paying reserves the money only. */
  two_stage: Type.Boolean(),
  description: Type.String(),
  reason: Nullable(Type.String()),
  return_path: Type.String(),
});
export type SandboxCheckout = Static<typeof SandboxCheckout>;

export const SandboxDecline = Type.Enum([
  '3d_secure_failed',
  'call_issuer',
  'card_expired',
  'country_forbidden',
  'fraud_suspected',
  'general_decline',
  'insufficient_funds',
  'issuer_unavailable',
  'payment_method_restricted',
]);
export type SandboxDecline = Static<typeof SandboxDecline>;

export const getSandboxCheckout = defineRoute({
  method: 'GET',
  path: '/payments/sandbox/:id',
  name: 'payments.get_sandbox_checkout',
  summary: 'The checkout page of the built-in test provider',
  access: 'public',
  params: IdParams,
  reply: SandboxCheckout,
  refusals: ['payments.payment_not_found', 'payments.sandbox_off'],
});

export const actInSandbox = defineRoute({
  method: 'POST',
  path: '/payments/sandbox/:id',
  name: 'payments.act_in_sandbox',
  summary: 'Pay or decline with the built-in test provider',
  access: 'public',
  params: IdParams,
  body: Type.Object(
    {
      action: Type.Enum(['pay', 'decline']),
      reason: Type.Optional(SandboxDecline),
      card: Type.Optional(Type.String({ pattern: '^[0-9]{16}$' })),
    },
    { additionalProperties: false },
  ),
  reply: SandboxCheckout,
  refusals: ['payments.payment_not_found', 'payments.sandbox_off'],
});
