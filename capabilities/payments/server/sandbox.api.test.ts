import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { type TestClient, testClient } from '#platform/testing';
import {
  actInSandbox,
  cancelPayment,
  capturePayment,
  createPayment,
  getPayment,
  getPaymentHistory,
  getSandboxCheckout,
  listAllPayments,
  listPayments,
  refundPayment,
} from '../contract/index.ts';
import { type PaymentsApp, projections, quoteOf, startPaymentsApp } from '../testing/index.ts';
import { paymentsModule } from './module.ts';

let app: PaymentsApp;
let buyer: TestPerson;
let asBuyer: TestClient;
let asOther: TestClient;
let asManager: TestClient;
let asNobody: TestClient;

beforeAll(async () => {
  app = await startPaymentsApp([identityModule, paymentsModule]);
  buyer = await signedInPerson(app, { name: 'buyer' });
  asBuyer = testClient(app, buyer.accessToken);
  asOther = testClient(app, (await signedInPerson(app, { name: 'other' })).accessToken);
  const manager = await signedInPerson(app, { name: 'manager', roles: ['user', 'manager'] });
  asManager = testClient(app, manager.accessToken);
  asNobody = testClient(app);
});
afterAll(() => app.close());

function order(amount: number, flow: 'hold' | 'charge' = 'charge'): string {
  const subjectId = newId();
  app.shop.goods.set(subjectId, { ...quoteOf(amount, flow), buyerId: buyer.id });
  return subjectId;
}

async function begin(subjectId: string) {
  const body = { purpose: 'shop.order', subject_id: subjectId };
  const payment = (await asBuyer(createPayment, { body })).reply();
  const checkoutId = payment.confirmation_url?.split('/').at(-1) ?? '';
  return { payment, checkout: { params: { id: checkoutId } } };
}

describe('paying with the sandbox', () => {
  it('asks the payer, takes the money and tells the product', async () => {
    const subjectId = order(12_300);
    const { payment, checkout } = await begin(subjectId);
    expect(payment).toMatchObject({ status: 'pending', provider: 'sandbox', amount: 12_300, captured: 0 });
    expect(payment.confirmation_url).toMatch(/^http:\/\/quintet\.test\/app\/pay\/sandbox\//);
    expect((await asNobody(getSandboxCheckout, checkout)).reply()).toMatchObject({
      status: 'pending',
      two_stage: false,
      return_path: '/app/orders',
    });
    const paid = await asNobody(actInSandbox, { ...checkout, body: { action: 'pay' } });
    expect(paid.reply().status).toBe('succeeded');
    const seen = (await asBuyer(getPayment, { params: { id: payment.id } })).reply();
    expect(seen).toMatchObject({ status: 'succeeded', captured: 12_300, confirmation_url: null });
    await expect
      .poll(() => app.shop.heard.filter(({ paymentId }) => paymentId === payment.id).map((one) => one.status))
      .toEqual(expect.arrayContaining(['pending', 'succeeded']));
    const again = await asNobody(actInSandbox, { ...checkout, body: { action: 'decline' } });
    expect(again.reply().status).toBe('succeeded');
  });

  it('answers the live payment of a thing instead of a second one', async () => {
    const subjectId = order(500);
    const [first, second] = await Promise.all([begin(subjectId), begin(subjectId)]);
    expect(second.payment.id).toBe(first.payment.id);
    await asNobody(actInSandbox, { ...first.checkout, body: { action: 'pay' } });
    expect((await begin(subjectId)).payment.id).toBe(first.payment.id);
  });

  it('pays again after a decline, with another payment', async () => {
    const subjectId = order(700);
    const { payment, checkout } = await begin(subjectId);
    const body = { action: 'pay', card: '2200000000000053' } as const;
    expect((await asNobody(actInSandbox, { ...checkout, body })).reply().reason).toBe('insufficient_funds');
    const declined = (await asBuyer(getPayment, { params: { id: payment.id } })).reply();
    expect(declined).toMatchObject({ status: 'canceled', cancellation_reason: 'insufficient_funds' });
    expect((await begin(subjectId)).payment.id).not.toBe(payment.id);
  });

  it('lets go of an unpaid payment whose price changed', async () => {
    const subjectId = order(900);
    const { payment } = await begin(subjectId);
    app.shop.goods.set(subjectId, { ...quoteOf(800), buyerId: buyer.id });
    const next = await begin(subjectId);
    expect(next.payment).toMatchObject({ amount: 800, status: 'pending' });
    await expect.poll(async () => (await app.payments.payment(payment.id))?.status).toBe('canceled');
  });

  it('holds, takes a part and gives the rest back', async () => {
    const { payment, checkout } = await begin(order(10_000, 'hold'));
    await asNobody(actInSandbox, { ...checkout, body: { action: 'pay' } });
    const params = { id: payment.id };
    const held = (await asBuyer(getPayment, { params })).reply();
    expect(held).toMatchObject({ status: 'held', captured: 0 });
    expect(held.expires_at).not.toBeNull();
    const captured = await asManager(capturePayment, { params, body: { amount: 6_000 } });
    expect(captured.reply()).toMatchObject({ status: 'succeeded', captured: 6_000 });
    const tooMuch = await asManager(refundPayment, { params, body: { amount: 6_001, reason: 'broken' } });
    expect(tooMuch.problem()).toMatchObject({ status: 409, code: 'payments.refund_exceeds' });
    const part = await asManager(refundPayment, {
      params,
      body: { amount: 2_000, reason: 'broken', key: 'one' },
    });
    expect(part.reply().refunded).toBe(2_000);
    const same = await asManager(refundPayment, {
      params,
      body: { amount: 2_000, reason: 'broken', key: 'one' },
    });
    expect(same.reply().refunded).toBe(2_000);
    const rest = await asManager(refundPayment, { params, body: { reason: 'broken' } });
    expect(rest.reply().refunded).toBe(6_000);
    const history = (await asManager(getPaymentHistory, { params })).reply();
    expect(history.refunds.map(({ amount, status }) => [amount, status])).toEqual([
      [2_000, 'succeeded'],
      [4_000, 'succeeded'],
    ]);
    expect(history.events.map(({ version }) => version)).toEqual(history.events.map((_, index) => index + 1));
    await expect
      .poll(() =>
        app.shop.heard
          .filter(({ event }) => event === 'refunded')
          .map(({ status }) => status)
          .sort(),
      )
      .toEqual(['full', 'part']);
  });

  it('lets a hold go', async () => {
    const { payment, checkout } = await begin(order(3_000, 'hold'));
    await asNobody(actInSandbox, { ...checkout, body: { action: 'pay' } });
    const params = { id: payment.id };
    const canceled = await asManager(cancelPayment, { params });
    expect(canceled.reply()).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'canceled_by_merchant',
    });
    expect((await asManager(capturePayment, { params, body: {} })).problem()).toMatchObject({
      status: 409,
      code: 'payments.not_held',
    });
  });

  it('replays its history into the same projections', async () => {
    const before = await projections(app.test.database);
    expect(await app.payments.rebuild()).toBeGreaterThan(3);
    expect(await projections(app.test.database)).toEqual(before);
  });
});

describe('who may do what', () => {
  it('shows a payment to its payer and to operators only', async () => {
    const { payment } = await begin(order(100));
    const params = { id: payment.id };
    expect((await asOther(getPayment, { params })).status).toBe(404);
    expect((await asNobody(getPayment, { params })).status).toBe(401);
    expect((await asManager(getPayment, { params })).status).toBe(200);
    expect((await asOther(listPayments)).reply().items).toEqual([]);
    const own = (await asBuyer(listPayments, { query: { limit: 1 } })).reply();
    expect(own.items[0]?.id).toBe(payment.id);
    const next = await asBuyer(listPayments, { query: { limit: 1, cursor: own.next_cursor ?? '' } });
    expect(next.reply().items[0]?.id).not.toBe(payment.id);
  });

  it.each([
    [listAllPayments, {}],
    [getPaymentHistory, {}],
    [refundPayment, { body: { reason: 'because' } }],
    [capturePayment, { body: {} }],
    [cancelPayment, {}],
  ] as const)('keeps $name for operators', async (route, input) => {
    const params = { id: newId() };
    expect((await asNobody(route, { ...input, params })).status).toBe(401);
    expect((await asBuyer(route, { ...input, params })).status).toBe(403);
    if (route !== listAllPayments) expect((await asManager(route, { ...input, params })).status).toBe(404);
  });

  it.each([
    [{ purpose: 'shop.order', subject_id: 'x' }, '/body/subject_id'],
    [{ purpose: 'Shop', subject_id: newId() }, '/body/purpose'],
    [{ purpose: 'shop.order', subject_id: newId(), method: 'cash' }, '/body/method'],
    [{ purpose: 'shop.order', subject_id: newId(), receipt_email: 'x' }, '/body/receipt_email'],
    [{ purpose: 'shop.order', subject_id: newId(), amount: 1 }, '/body/amount'],
    [{ purpose: 'nothing.known', subject_id: newId() }, '/body/purpose'],
  ])('refuses %j', async (body, pointer) => {
    const problem = (await asBuyer(createPayment, { body })).problem();
    expect(problem.status).toBe(422);
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it("refuses another person's order, and a hold by SBP", async () => {
    const body = { purpose: 'shop.order', subject_id: order(100, 'hold') };
    expect((await asOther(createPayment, { body })).status).toBe(404);
    const sbp = await asBuyer(createPayment, { body: { ...body, method: 'sbp' } });
    expect(sbp.problem()).toMatchObject({ status: 422, code: 'payments.method_cannot_hold' });
  });

  it('filters for operators', async () => {
    const query = { status: 'canceled', payer_id: buyer.id, purpose: 'shop.order', provider: 'sandbox' };
    const found = (await asManager(listAllPayments, { query })).reply();
    expect(found.items.length).toBeGreaterThan(0);
    expect(new Set(found.items.map(({ status }) => status))).toEqual(new Set(['canceled']));
    const future = { from: '2100-01-01T00:00:00Z' };
    expect((await asManager(listAllPayments, { query: future })).reply().items).toEqual([]);
  });
});
