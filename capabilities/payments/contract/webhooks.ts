import { Type } from 'typebox';
import { defineRoute } from '#platform/contract';

const Received = Type.Object({ received: Type.Literal(true) });

export const yookassaWebhook = defineRoute({
  method: 'POST',
  path: '/payments/webhooks/yookassa',
  name: 'payments.yookassa_webhook',
  summary: 'YooKassa tells that something changed; a hint only, the truth is asked for',
  access: 'public',
  textBody: true,
  reply: Received,
  idempotent: false,
  bodyLimit: 65_536,
  refusals: ['payments.webhook_refused'],
});

export const stripeWebhook = defineRoute({
  method: 'POST',
  path: '/payments/webhooks/stripe',
  name: 'payments.stripe_webhook',
  summary: 'Stripe tells that something changed; a hint only, the truth is asked for',
  access: 'public',
  textBody: true,
  reply: Received,
  idempotent: false,
  bodyLimit: 262_144,
  refusals: ['payments.webhook_refused'],
});
