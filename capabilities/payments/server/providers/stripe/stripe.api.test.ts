import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { testClient } from '#platform/testing';
import { createPayment } from '../../../contract/index.ts';
import {
  type PaymentsApp,
  quoteOf,
  type StripeDouble,
  startPaymentsApp,
  startStripeDouble,
} from '../../../testing/index.ts';
import { paymentsModule } from '../../module.ts';

let app: PaymentsApp;
let stripe: StripeDouble;
let buyer: TestPerson;

beforeAll(async () => {
  stripe = await startStripeDouble();
  app = await startPaymentsApp([identityModule, paymentsModule], {
    environment: {
      STRIPE_SECRET_KEY: 'sk_test_of_the_double',
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
      STRIPE_API_URL: stripe.apiUrl,
      PAYMENTS_RETRY_MS: '5',
    },
  });
  buyer = await signedInPerson(app, { name: 'payer' });
});
afterAll(async () => {
  await app.close();
  await stripe.close();
});

async function begin(amount: number, flow: 'hold' | 'charge') {
  const subjectId = newId();
  const euros = { amount, currency: 'EUR' } as const;
  const quote = quoteOf(amount, flow);
  const lines = quote.lines.map((line) => ({ ...line, unitPrice: euros }));
  app.shop.goods.set(subjectId, { ...quote, amount: euros, lines, buyerId: buyer.id });
  const body = { purpose: 'shop.order', subject_id: subjectId };
  const payment = (await testClient(app, buyer.accessToken)(createPayment, { body })).reply();
  expect(payment).toMatchObject({ provider: 'stripe', status: 'pending', currency: 'EUR' });
  return { id: payment.id, session: payment.confirmation_url?.split('/').at(-1) ?? '' };
}

const url = '/payments/webhooks/stripe';
const post = (body: string, signature: string) =>
  app.inject({
    method: 'POST',
    url,
    payload: body,
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
  });

async function tell(type: string, session: string): Promise<void> {
  const { body, signature } = stripe.signed(type, session);
  expect((await post(body, signature)).statusCode).toBe(200);
}

const viewOf = (id: string) => app.payments.payment(id);

describe('Stripe', () => {
  it('charges, through a failure, and refunds', async () => {
    stripe.failures = 2;
    const { id, session } = await begin(2_000, 'charge');
    stripe.pay(session);
    await tell('checkout.session.completed', session);
    await expect.poll(async () => (await viewOf(id))?.status).toBe('succeeded');
    await app.app.database.transaction((tx) =>
      app.payments.refund(tx, id, { amount: { amount: 500, currency: 'EUR' }, key: 'one', reason: 'sorry' }),
    );
    await expect.poll(async () => (await viewOf(id))?.refunded).toBe(500);
  });

  it('holds, then captures a part', async () => {
    const { id, session } = await begin(3_000, 'hold');
    stripe.pay(session);
    await tell('payment_intent.amount_capturable_updated', session);
    await expect.poll(async () => (await viewOf(id))?.status).toBe('held');
    await app.app.database.transaction((tx) =>
      app.payments.capture(tx, id, { amount: 1_200, currency: 'EUR' }),
    );
    await expect.poll(async () => (await viewOf(id))?.captured).toBe(1_200);
    await app.app.database.transaction((tx) => app.payments.settle(tx, id));
  });

  it('lets go of what is held and of what is unpaid', async () => {
    const [held, unpaid] = [await begin(700, 'hold'), await begin(800, 'charge')];
    stripe.pay(held.session);
    await app.payments.progress.observe(held.id);
    for (const { id } of [held, unpaid]) {
      await app.app.database.transaction((tx) => app.payments.cancel(tx, id));
      await expect.poll(async () => (await viewOf(id))?.status).toBe('canceled');
    }
  });

  it('refuses webhooks it did not sign', async () => {
    const { body, signature } = stripe.signed('payment_intent.succeeded', 'pi_1');
    expect((await post(`${body} `, signature)).statusCode).toBe(403);
    expect((await post(body, 't=1,v1=00')).statusCode).toBe(403);
    expect((await post(body, signature.replace(/t=\d+/, 't=1000000000'))).statusCode).toBe(403);
    expect((await post(body, signature)).statusCode).toBe(200);
  });

  it('agrees with our books', async () => {
    const day = new Date().toISOString().slice(0, 10);
    const reports = await app.payments.reconciliation.run(day);
    expect(reports.find(({ provider }) => provider === 'stripe')).toMatchObject({
      payments_checked: 4,
      refunds_checked: 1,
      differences: 0,
    });
  });
});
