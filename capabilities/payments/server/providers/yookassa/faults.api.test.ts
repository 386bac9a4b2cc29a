import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { sql } from '#platform/server/database';
import { type TestClient, testClient } from '#platform/testing';
import { capturePayment, createPayment, refundPayment } from '../../../contract/index.ts';
import {
  type ApiFault,
  type NotificationFault,
  type PaymentsApp,
  projections,
  quoteOf,
  startPaymentsApp,
  startYooKassaDouble,
  type YooKassaDouble,
} from '../../../testing/index.ts';
import { pollPayments } from '../../jobs/definitions.ts';
import { paymentsModule } from '../../module.ts';

let app: PaymentsApp;
let yookassa: YooKassaDouble;
let buyer: TestPerson;
let asBuyer: TestClient;
let asManager: TestClient;

const url = '/payments/webhooks/yookassa';
const headers = { 'content-type': 'application/json' };
const post = (payload: string, remoteAddress = '127.0.0.1') =>
  app.inject({ method: 'POST', url, payload, headers, remoteAddress });

beforeAll(async () => {
  yookassa = await startYooKassaDouble();
  app = await startPaymentsApp([identityModule, paymentsModule], {
    environment: {
      YOOKASSA_SHOP_ID: yookassa.shopId,
      YOOKASSA_SECRET_KEY: yookassa.secretKey,
      YOOKASSA_API_URL: yookassa.apiUrl,
      YOOKASSA_WEBHOOK_ADDRESSES: '127.0.0.1/32',
      PAYMENTS_TIMEOUT_MS: '1000',
      PAYMENTS_RETRY_MS: '5',
    },
  });
  yookassa.notifications.deliver = async (body) => (await post(body)).statusCode === 200;
  buyer = await signedInPerson(app, { name: 'payer' });
  asBuyer = testClient(app, buyer.accessToken);
  const manager = await signedInPerson(app, { name: 'boss', roles: ['user', 'manager'] });
  asManager = testClient(app, manager.accessToken);
});
afterAll(async () => {
  await app.close();
  await yookassa.close();
});
afterEach(() => {
  yookassa.notifications.fault = 'none';
  yookassa.faults.length = 0;
  yookassa.till.instantRefunds = true;
});

async function begin(amount: number, flow: 'hold' | 'charge'): Promise<{ id: string; theirs: string }> {
  const subjectId = newId();
  app.shop.goods.set(subjectId, { ...quoteOf(amount, flow), buyerId: buyer.id });
  const body = { purpose: 'shop.order', subject_id: subjectId, receipt_email: 'payer@people.test' };
  const payment = (await asBuyer(createPayment, { body })).reply();
  expect(payment).toMatchObject({ status: 'pending', provider: 'yookassa' });
  return { id: payment.id, theirs: payment.confirmation_url?.split('/').at(-1) ?? '' };
}

/** What the poller does, without waiting for its hour. */
async function poll(): Promise<void> {
  await app.test.database.run(sql`UPDATE payments.watch SET next_look_at = now() - interval '1 second'`);
  await app.app.database.transaction((tx) => app.app.jobs.jobs.send(tx, pollPayments, {}));
}

const statusOf = async (id: string) => (await app.payments.payment(id))?.status;

async function reaches(id: string, status: string): Promise<void> {
  await yookassa.notifications.release();
  if (yookassa.notifications.fault === 'lost') await poll();
  await expect.poll(() => statusOf(id), { timeout: 15_000 }).toBe(status);
}

const heardOf = (id: string) =>
  app.shop.heard.filter(({ paymentId }) => paymentId === id).map(({ status }) => status);

const notificationFaults: readonly NotificationFault[] = [
  'none',
  'duplicate',
  'reordered',
  'delayed',
  'lost',
  'forged',
];
const apiFaults: readonly ApiFault[] = ['500', '500 after commit', '429', '202', 'timeout'];

describe.each([...notificationFaults, ...apiFaults])('with %s', (fault) => {
  const apiFault = apiFaults.find((one) => one === fault);
  const trouble = () => {
    if (apiFault !== undefined) yookassa.faults.push(apiFault);
  };

  it.each(['charge', 'hold'] as const)('a %s ends right, once', async (flow) => {
    yookassa.notifications.fault = notificationFaults.find((one) => one === fault) ?? 'none';
    trouble();
    const count = yookassa.till.payments.size;
    const { id, theirs } = await begin(10_000, flow);
    expect(yookassa.till.payments.size).toBe(count + 1);
    yookassa.till.confirm(theirs, undefined);
    const params = { id };
    if (flow === 'hold') {
      await reaches(id, 'held');
      trouble();
      await asManager(capturePayment, { params, body: { amount: 6_000 } });
    }
    await reaches(id, 'succeeded');
    const captured = flow === 'hold' ? 6_000 : 10_000;
    expect(await app.payments.payment(id)).toMatchObject({ captured, refunded: 0 });
    trouble();
    const back = { amount: 2_500, reason: 'a part was missing', key: 'part' };
    for (let time = 0; time < 2; time += 1) await asManager(refundPayment, { params, body: back });
    await expect
      .poll(async () => (await app.payments.payment(id))?.refunded, { timeout: 15_000 })
      .toBe(2_500);
    const refunds = [...yookassa.till.refunds.values()].filter(({ payment_id }) => payment_id === theirs);
    expect(refunds.map(({ amount }) => amount.value)).toEqual(['25.00']);
    await expect.poll(() => heardOf(id)).toEqual(expect.arrayContaining(['pending', 'succeeded', 'part']));
    expect(new Set(heardOf(id)).size).toBe(heardOf(id).length);
  });
});

describe('YooKassa', () => {
  it('gives back what was paid after the payment was let go', async () => {
    const { id, theirs } = await begin(900, 'charge');
    await app.app.database.transaction((tx) => app.payments.cancel(tx, id));
    yookassa.till.confirm(theirs, undefined);
    await expect.poll(async () => (await app.payments.payment(id))?.refunded, { timeout: 15_000 }).toBe(900);
  });

  it('believes no notification: only the object counts', async () => {
    const { id, theirs } = await begin(700, 'charge');
    const object = { id: theirs, status: 'succeeded', amount: { value: '7.00', currency: 'RUB' } };
    const forged = JSON.stringify({ type: 'notification', event: 'payment.succeeded', object });
    expect((await post(forged, '203.0.113.9')).statusCode).toBe(403);
    expect((await post(forged)).statusCode).toBe(200);
    expect((await post('{"type":"notification"}')).statusCode).toBe(200);
    expect((await post('not json')).statusCode).toBe(200);
    await expect
      .poll(
        () =>
          yookassa.requests.filter(({ method, path }) => method === 'GET' && path.endsWith(theirs)).length,
      )
      .toBeGreaterThan(0);
    expect(await statusOf(id)).toBe('pending');
    // The same words, true this time: having been forged before does not hide them.
    yookassa.till.confirm(theirs, undefined);
    await reaches(id, 'succeeded');
  });

  it('never believes another sum', async () => {
    const { id, theirs } = await begin(800, 'charge');
    const payment = yookassa.till.payments.get(theirs);
    if (payment !== undefined) payment.amount = { value: '1.00', currency: 'RUB' };
    yookassa.till.confirm(theirs, undefined);
    await expect
      .poll(async () => (await app.payments.lists.history(id))?.payment.mismatched, { timeout: 15_000 })
      .toBe(true);
    expect(await app.payments.payment(id)).toMatchObject({ status: 'pending', captured: 0 });
  });

  it('sends the second receipt once, and waits for refunds that take time', async () => {
    const { id, theirs } = await begin(1_000, 'charge');
    yookassa.till.confirm(theirs, undefined);
    await reaches(id, 'succeeded');
    for (let time = 0; time < 2; time += 1) {
      await app.app.database.transaction((tx) => app.payments.settle(tx, id));
    }
    const receipts = () => yookassa.till.receipts.filter(({ payment_id }) => payment_id === theirs);
    await expect.poll(receipts, { timeout: 15_000 }).toHaveLength(1);
    expect(receipts()[0]?.items).toMatchObject([{ payment_mode: 'full_payment', vat_code: 1 }]);
    yookassa.till.instantRefunds = false;
    yookassa.notifications.fault = 'lost';
    const params = { id };
    expect((await asManager(refundPayment, { params, body: { reason: 'sorry' } })).reply().refunded).toBe(0);
    yookassa.till.tick(1_000);
    await poll();
    await expect
      .poll(async () => (await app.payments.payment(id))?.refunded, { timeout: 15_000 })
      .toBe(1_000);
  });

  it('asks for an address for the receipt', async () => {
    const person = await signedInPerson(app, { name: 'without-address' });
    const subjectId = newId();
    app.shop.goods.set(subjectId, { ...quoteOf(100), buyerId: person.id });
    const body = { purpose: 'shop.order', subject_id: subjectId };
    const problem = (await testClient(app, person.accessToken)(createPayment, { body })).problem();
    expect(problem).toMatchObject({ status: 422, code: 'payments.receipt_email_required' });
  });

  it('answers 503 while nobody knows, and finishes later with the same key', async () => {
    yookassa.faults.push('500', '500', '500', '500 after commit');
    const subjectId = newId();
    app.shop.goods.set(subjectId, { ...quoteOf(1_100), buyerId: buyer.id });
    const body = { purpose: 'shop.order', subject_id: subjectId };
    const count = yookassa.till.payments.size;
    const problem = (await asBuyer(createPayment, { body })).problem();
    expect(problem).toMatchObject({ status: 503, code: 'payments.provider_unavailable' });
    expect((await asBuyer(createPayment, { body })).reply().status).toBe('pending');
    expect(yookassa.till.payments.size).toBe(count + 1);
  });

  it('finds no difference with the provider but what is made, and replays into the same projections', async () => {
    const { id, theirs } = await begin(1_200, 'charge');
    const day = new Date().toISOString().slice(0, 10);
    yookassa.notifications.fault = 'lost';
    yookassa.till.confirm(theirs, undefined);
    const reports = await app.payments.reconciliation.run(day);
    const report = reports.find(({ provider }) => provider === 'yookassa');
    const found = await app.payments.lists.report(report?.id ?? '', undefined, 100);
    const mine = found?.differences.filter(({ payment_id }) => payment_id === id);
    expect(mine).toMatchObject([{ kind: 'status', ours: 'pending', theirs: 'succeeded' }]);
    const again = await app.payments.reconciliation.run(day);
    expect(again.find(({ provider }) => provider === 'yookassa')?.payments_checked).toBe(
      yookassa.till.payments.size,
    );
    await reaches(id, 'succeeded');
    const before = await projections(app.test.database);
    await app.payments.rebuild();
    expect(await projections(app.test.database)).toEqual(before);
    await expect(app.test.database.run(sql`DELETE FROM payments.payment_event`)).rejects.toThrow();
  });

  it('lets a decline and a lapse end the payment', async () => {
    const declined = await begin(500, 'charge');
    yookassa.till.confirm(declined.theirs, 'insufficient_funds');
    await reaches(declined.id, 'canceled');
    expect((await app.payments.payment(declined.id))?.cancellationReason).toBe('insufficient_funds');
    yookassa.notifications.fault = 'lost';
    const [unpaid, held] = [await begin(500, 'charge'), await begin(600, 'hold')];
    yookassa.till.confirm(held.theirs, undefined);
    await reaches(held.id, 'held');
    yookassa.till.tick(7 * 24 * 3_600_000);
    await reaches(unpaid.id, 'canceled');
    await reaches(held.id, 'canceled');
    expect((await app.payments.payment(held.id))?.cancellationReason).toBe('expired_on_capture');
  });
});
