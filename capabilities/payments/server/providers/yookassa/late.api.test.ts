import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { hour, minute } from '#base/time';
import { signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { type TestClient, testClient } from '#platform/testing';
import { createPayment } from '../../../contract/index.ts';
import {
  newPayment,
  type PaymentsApp,
  quoteOf,
  startPaymentsApp,
  startYooKassaDouble,
  type YooKassaDouble,
} from '../../../testing/index.ts';
import { paymentsModule } from '../../module.ts';

let app: PaymentsApp;
let yookassa: YooKassaDouble;
let buyer: TestPerson;
let asBuyer: TestClient;
let shift = 0;

beforeAll(async () => {
  yookassa = await startYooKassaDouble();
  app = await startPaymentsApp([identityModule, paymentsModule], {
    clock: () => new Date(Date.now() + shift),
    environment: {
      YOOKASSA_SHOP_ID: yookassa.shopId,
      YOOKASSA_SECRET_KEY: yookassa.secretKey,
      YOOKASSA_API_URL: yookassa.apiUrl,
      YOOKASSA_WEBHOOK_ADDRESSES: '127.0.0.1',
      PAYMENTS_RETRY_MS: '5',
    },
  });
  yookassa.notifications.deliver = async (payload) => {
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', url: '/payments/webhooks/yookassa', payload, headers } as const;
    return (await app.inject(request)).statusCode === 200;
  };
  buyer = await signedInPerson(app, { name: 'late' });
  asBuyer = testClient(app, buyer.accessToken);
});
afterAll(async () => {
  await app.close();
  await yookassa.close();
});

function order(amount: number, flow: 'hold' | 'charge' = 'charge'): string {
  const subjectId = newId();
  app.shop.goods.set(subjectId, { ...quoteOf(amount, flow), buyerId: buyer.id });
  return subjectId;
}

const bodyOf = (subjectId: string, receipt_email = 'late@people.test') => ({
  body: { purpose: 'shop.order', subject_id: subjectId, receipt_email },
});

const versionOf = async (id: string) => (await app.payments.progress.observe(id)).version;

describe('what comes late', () => {
  it('changes nothing when notifications come backwards after the end', async () => {
    yookassa.notifications.fault = 'reordered';
    const payment = (await asBuyer(createPayment, bodyOf(order(5_000, 'hold')))).reply();
    yookassa.till.confirm(payment.confirmation_url?.split('/').at(-1) ?? '', undefined);
    expect((await app.payments.progress.observe(payment.id)).status).toBe('held');
    await app.app.database.transaction((tx) => app.payments.capture(tx, payment.id));
    expect((await app.payments.submit(payment.id)).captured).toBe(5_000);
    const version = await versionOf(payment.id);
    const told = yookassa.notifications.delivered();
    await yookassa.notifications.release();
    expect(yookassa.notifications.delivered()).toBe(told + 2);
    expect(await versionOf(payment.id)).toBe(version);
    yookassa.notifications.fault = 'none';
  });

  it('finds a payment again whose receipt address changed while the result was unknown', async () => {
    const subjectId = order(700);
    const count = yookassa.till.payments.size;
    yookassa.faults.push('500 after commit', '500', '500', '500');
    expect((await asBuyer(createPayment, bodyOf(subjectId))).status).toBe(503);
    const again = (await asBuyer(createPayment, bodyOf(subjectId, 'other@people.test'))).reply();
    expect(again.status).toBe('pending');
    expect(yookassa.till.payments.size).toBe(count + 1);
  });

  it('looks up after a day what it must not ask for again', async () => {
    const [known, unknown] = [order(800), order(900)];
    const ids: string[] = [];
    for (const [subjectId, first] of [
      [known, '500 after commit'],
      [unknown, '500'],
    ] as const) {
      const payment = newPayment({ subjectId, payerId: buyer.id }, 800);
      const id = await app.app.database.transaction((tx) => app.payments.prepare(tx, payment));
      // Long enough for the breaker to let a trial through.
      shift += 2 * minute;
      yookassa.faults.push(first, '500', '500', '500');
      await expect(app.payments.submit(id)).rejects.toMatchObject({ kind: 'unavailable' });
      ids.push(id);
      yookassa.faults.length = 0;
    }
    const count = yookassa.till.payments.size;
    shift += 24 * hour;
    const [found = '', lost = ''] = ids;
    expect((await app.payments.submit(found)).status).toBe('pending');
    expect(await app.payments.submit(lost)).toMatchObject({
      status: 'canceled',
      cancellationReason: 'submission_lapsed',
    });
    expect(yookassa.till.payments.size).toBe(count);
    shift = 0;
  });
});
