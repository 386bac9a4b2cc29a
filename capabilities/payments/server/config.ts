import { type Static, Type } from 'typebox';

const optional = (description: string) => Type.Optional(Type.String({ minLength: 1, description }));
const baseUrl = (fallback: string, description: string) =>
  Type.String({ default: fallback, pattern: '^https?://[^\\s]+[^\\s/]$', description });

/** Payment providers. Without any key the built-in sandbox takes payments (never in production). */
export const PaymentsConfig = Type.Object({
  YOOKASSA_SHOP_ID: optional('Shop of YooKassa; turns payments in roubles on.'),
  YOOKASSA_SECRET_KEY: optional('Secret key of the shop.'),
  YOOKASSA_API_URL: baseUrl('https://api.yookassa.ru/v3', 'Base URL of the YooKassa API.'),
  YOOKASSA_WEBHOOK_ADDRESSES: Type.String({
    default:
      '185.71.76.0/27,185.71.77.0/27,77.75.153.0/25,77.75.156.11,77.75.156.35,77.75.154.128/25,2a02:5180::/32',
    description: 'Comma list of addresses and CIDR ranges YooKassa sends notifications from.',
  }),
  STRIPE_SECRET_KEY: optional('Secret key of Stripe; turns payments in other currencies on.'),
  STRIPE_WEBHOOK_SECRET: optional('Signing secret of the Stripe webhook; without it webhooks are refused.'),
  STRIPE_API_URL: baseUrl('https://api.stripe.com', 'Base URL of the Stripe API, without a path.'),
  PAYMENTS_TIMEOUT_MS: Type.Integer({
    default: 30_000,
    minimum: 50,
    maximum: 120_000,
    description: 'How long a payment provider may take to answer one request, in milliseconds.',
  }),
  PAYMENTS_RETRY_MS: Type.Integer({
    default: 1_000,
    minimum: 1,
    maximum: 60_000,
    description: 'First pause before an unanswered request to a provider is repeated, in milliseconds.',
  }),
});

export type PaymentsConfig = Static<typeof PaymentsConfig>;
