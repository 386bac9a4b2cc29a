import Stripe from 'stripe';
import type { Currency } from '#base/money';
import type { Breakers } from '#platform/server/resilience';
import type { Observation, RefundObservation } from '../../payment/payment-types.ts';
import { type OutsideOptions, ResultUnknown, untilKnown } from '../outside.ts';
import { type Listed, type Provider, ProviderRefused } from '../provider.ts';

export interface StripeOptions {
  readonly secretKey: string;
  readonly apiUrl: string;
  readonly publicUrl: string;
  readonly timeoutMs: number;
  readonly retryMs: number;
  readonly breakers: Breakers;
}

const attempts = 4;
const expanded = { expand: ['payment_intent'] };

function currencyOf(code: string | null): Currency {
  const upper = (code ?? '').toUpperCase();
  if (upper === 'RUB' || upper === 'USD' || upper === 'EUR') return upper;
  throw new ResultUnknown('Stripe answered in a currency nobody asked for.');
}

function at(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}

function intentOf({ payment_intent }: Stripe.Checkout.Session): Stripe.PaymentIntent | undefined {
  return typeof payment_intent === 'object' && payment_intent !== null ? payment_intent : undefined;
}

/** Holds of cards lapse after seven days with Stripe; the object does not say when. */
const holdSeconds = 7 * 24 * 3_600;

function observationOf(session: Stripe.Checkout.Session): Observation {
  const intent = intentOf(session);
  const base = {
    providerId: session.id,
    amount: {
      amount: session.amount_total ?? 0,
      currency: currencyOf(session.currency),
    },
    confirmationUrl: null,
    expiresAt: null,
    reason: null,
    createdAt: at(session.created),
  };
  if (intent?.status === 'succeeded') {
    const amount = { ...base.amount, amount: intent.amount_received };
    return { ...base, status: 'succeeded', amount };
  }
  if (intent?.status === 'requires_capture') {
    return { ...base, status: 'held', expiresAt: at(intent.created + holdSeconds) };
  }
  if (intent?.status === 'canceled') {
    return { ...base, status: 'canceled', reason: intent.cancellation_reason ?? 'canceled_by_merchant' };
  }
  if (session.status === 'expired') {
    return { ...base, status: 'canceled', reason: 'expired_on_confirmation' };
  }
  return { ...base, status: 'pending', confirmationUrl: session.url };
}

function refundObservationOf(refund: Stripe.Refund): RefundObservation {
  const status =
    refund.status === 'succeeded'
      ? 'succeeded'
      : refund.status === 'failed' || refund.status === 'canceled'
        ? 'canceled'
        : 'pending';
  return {
    providerId: refund.id,
    status,
    amount: { amount: refund.amount, currency: currencyOf(refund.currency) },
    reason: refund.failure_reason ?? null,
    createdAt: at(refund.created),
  };
}

/** Turns the library's errors into what is known about the result. */
function translated(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const status = error.statusCode ?? 0;
  const isDefinite = status >= 400 && status < 500 && status !== 429 && status !== 409;
  if (!isDefinite || status === 401 || status === 403) {
    return new ResultUnknown('Stripe did not answer usefully.', { cause: error });
  }
  if (error instanceof Stripe.errors.StripeIdempotencyError) {
    return new ProviderRefused('idempotence_key_duplicated');
  }
  return new ProviderRefused(error.code ?? 'invalid_request');
}

/** Stripe Checkout: a session asks the payer, its PaymentIntent holds or takes the money. No 54-ФЗ receipts. */
export function createStripe(options: StripeOptions): Provider {
  const { secretKey, apiUrl, publicUrl, timeoutMs, retryMs, breakers } = options;
  const { protocol, hostname, port } = new URL(apiUrl);
  const stripe = new Stripe(secretKey, {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    ...(port === '' ? {} : { port }),
    timeout: timeoutMs,
    // Repeats are ours: with the breaker, and with the same key.
    maxNetworkRetries: 0,
    telemetry: false,
    httpClient: Stripe.createFetchHttpClient(),
  });
  const breaker = breakers.breaker('stripe', { isFailure: (error) => error instanceof ResultUnknown });
  const outside: OutsideOptions = { provider: 'stripe', breaker, attempts, firstDelayMs: retryMs };

  function call<Result>(work: () => Promise<Result>): Promise<Result> {
    return untilKnown(outside, () =>
      work().catch((error: unknown) => {
        throw translated(error);
      }),
    );
  }

  async function found<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await call(work);
    } catch (error) {
      if (error instanceof ProviderRefused && error.reason === 'resource_missing') return undefined;
      throw error;
    }
  }

  const session = (id: string) => call(() => stripe.checkout.sessions.retrieve(id, expanded));

  async function intentId(id: string): Promise<string> {
    const intent = intentOf(await session(id));
    if (intent === undefined) throw new ProviderRefused('payment_intent_missing');
    return intent.id;
  }

  function within(from: Date, until: Date) {
    const seconds = (date: Date) => Math.floor(date.getTime() / 1_000);
    return { created: { gte: seconds(from), lt: seconds(until) }, limit: 100 };
  }

  return {
    name: 'stripe',
    cancelsPending: true,
    needsEmail: false,
    async create(idempotencyKey, { reference, amount, flow, description, returnPath, receipt }) {
      const back = `${publicUrl}${returnPath}`;
      const metadata = { reference };
      const created = await call(() =>
        stripe.checkout.sessions.create(
          {
            mode: 'payment',
            success_url: back,
            cancel_url: back,
            ...(receipt.email === null ? {} : { customer_email: receipt.email }),
            metadata,
            payment_intent_data: {
              capture_method: flow === 'hold' ? 'manual' : 'automatic',
              description,
              metadata,
            },
            line_items: [
              {
                quantity: 1,
                price_data: {
                  currency: amount.currency.toLowerCase(),
                  unit_amount: amount.amount,
                  product_data: { name: description },
                },
              },
            ],
            ...expanded,
          },
          { idempotencyKey },
        ),
      );
      return observationOf(created);
    },
    async payment(id) {
      const object = await found(() => stripe.checkout.sessions.retrieve(id, expanded));
      return object === undefined ? undefined : observationOf(object);
    },
    async capture(idempotencyKey, id, { amount }) {
      const intent = await intentId(id);
      await call(() =>
        stripe.paymentIntents.capture(intent, { amount_to_capture: amount }, { idempotencyKey }),
      );
      return observationOf(await session(id));
    },
    async cancel(idempotencyKey, id) {
      const intent = intentOf(await session(id));
      if (intent?.status === 'requires_capture') {
        await call(() => stripe.paymentIntents.cancel(intent.id, {}, { idempotencyKey }));
      } else await call(() => stripe.checkout.sessions.expire(id, {}, { idempotencyKey }));
      return observationOf(await session(id));
    },
    async refund(idempotencyKey, { reference, providerId, amount }) {
      const payment_intent = await intentId(providerId);
      const body = { payment_intent, amount: amount.amount, metadata: { reference } };
      return refundObservationOf(await call(() => stripe.refunds.create(body, { idempotencyKey })));
    },
    async refundOf(id) {
      const object = await found(() => stripe.refunds.retrieve(id));
      return object === undefined ? undefined : refundObservationOf(object);
    },
    settle: async () => null,
    async locate(objectId) {
      if (objectId.startsWith('cs_')) {
        const object = await found(() => stripe.checkout.sessions.retrieve(objectId));
        return object === undefined
          ? undefined
          : { providerId: object.id, reference: object.metadata?.['reference'] ?? null };
      }
      if (!objectId.startsWith('pi_')) return undefined;
      const page = await call(() => stripe.checkout.sessions.list({ payment_intent: objectId, limit: 1 }));
      const [first] = page.data;
      return first === undefined
        ? undefined
        : { providerId: first.id, reference: first.metadata?.['reference'] ?? null };
    },
    async listPayments(from, until) {
      const query = { ...within(from, until), expand: ['data.payment_intent'] };
      const sessions = await call(() =>
        stripe.checkout.sessions.list(query).autoPagingToArray({ limit: 10_000 }),
      );
      return sessions.map((object): Listed => {
        const { providerId, status, amount } = observationOf(object);
        return { providerId, status, amount, reference: object.metadata?.['reference'] ?? null };
      });
    },
    async listRefunds(from, until) {
      const refunds = await call(() =>
        stripe.refunds.list(within(from, until)).autoPagingToArray({ limit: 10_000 }),
      );
      return refunds.map((object): Listed => {
        const { providerId, status, amount } = refundObservationOf(object);
        return { providerId, status, amount, reference: object.metadata?.['reference'] ?? null };
      });
    },
  };
}
