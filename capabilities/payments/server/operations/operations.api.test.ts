import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { identityOf, signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { type TestClient, testClient } from '#platform/testing';
import {
  adjustCredits,
  createPayment,
  getPayment,
  getReport,
  getWallet,
  listLedgerAccounts,
  listLedgerEntries,
  listReports,
  runReconciliation,
} from '../../contract/index.ts';
import { type PaymentsApp, quoteOf, startPaymentsApp } from '../../testing/index.ts';
import { commands } from '../commands/index.ts';
import { paymentsModule } from '../module.ts';
import { erasedPayer } from '../payment/payment-views.ts';

let app: PaymentsApp;
let person: TestPerson;
let asPerson: TestClient;
let asManager: TestClient;
let asNobody: TestClient;

beforeAll(async () => {
  app = await startPaymentsApp([identityModule, paymentsModule]);
  person = await signedInPerson(app, { name: 'saver' });
  asPerson = testClient(app, person.accessToken);
  const manager = await signedInPerson(app, { name: 'keeper', roles: ['user', 'manager'] });
  asManager = testClient(app, manager.accessToken);
  asNobody = testClient(app);
});
afterAll(() => app.close());

const adjustment = (amount: number, userId = person.id) => ({
  body: { user_id: userId, amount, currency: 'RUB', reason: 'an apology' } as const,
});

describe('credits', () => {
  it('are given and taken by operators, and shown to their owner', async () => {
    expect((await asManager(adjustCredits, adjustment(5_000))).reply().balance).toBe(5_000);
    const taken = await asManager(adjustCredits, adjustment(-1_500));
    expect(taken.status).toBe(201);
    expect(taken.reply()).toMatchObject({ account: `user:${person.id}:credits`, balance: 3_500 });
    const wallet = (await asPerson(getWallet, { query: { limit: 1 } })).reply();
    expect(wallet.balances).toEqual([{ amount: 3_500, currency: 'RUB' }]);
    expect(wallet.items.map(({ amount }) => amount)).toEqual([-1_500]);
    const next = await asPerson(getWallet, { query: { limit: 1, cursor: wallet.next_cursor ?? '' } });
    expect(next.reply().items.map(({ amount }) => amount)).toEqual([5_000]);
    const query = { prefix: 'platform:' };
    expect((await asManager(listLedgerAccounts, { query })).reply().items).toEqual([
      { account: 'platform:adjustments', currency: 'RUB', balance: -3_500 },
    ]);
    const entries = await asManager(listLedgerEntries, { query: { account: 'platform:adjustments' } });
    expect(entries.reply().items.map(({ amount, reason }) => [amount, reason])).toEqual([
      [1_500, 'an apology'],
      [-5_000, 'an apology'],
    ]);
    const seen = await identityOf(app).auditLog.find(
      app.test.database,
      { action: 'payments.credits_adjusted', actorId: undefined, subjectId: person.id, before: undefined },
      10,
    );
    expect(seen).toHaveLength(2);
  });

  it('cannot be taken when they are not there', async () => {
    const refused = await asManager(adjustCredits, adjustment(-1_000_000));
    expect(refused.problem()).toMatchObject({ status: 409, code: 'payments.insufficient_funds' });
    expect((await asManager(adjustCredits, adjustment(0))).status).toBe(422);
    expect((await asManager(adjustCredits, adjustment(5, newId()))).status).toBe(404);
  });

  it.each([
    [{ amount: 1.5 }, '/body/amount'],
    [{ amount: 100_000_001 }, '/body/amount'],
    [{ currency: 'GBP' }, '/body/currency'],
    [{ reason: 'no' }, '/body/reason'],
    [{ user_id: 'x' }, '/body/user_id'],
  ])('refuses %j', async (change, pointer) => {
    const body = { ...adjustment(1).body, ...change };
    const problem = (await asManager(adjustCredits, { body })).problem();
    expect(problem.status).toBe(422);
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it.each([
    [adjustCredits, { body: { user_id: newId(), amount: 1, currency: 'RUB', reason: 'because' } }],
    [listLedgerAccounts, {}],
    [listLedgerEntries, { query: { account: 'platform:cash' } }],
    [listReports, {}],
    [getReport, { params: { id: newId() } }],
    [runReconciliation, { body: { day: '2026-01-01' } }],
  ] as const)('keeps $name for operators', async (route, input) => {
    expect((await asNobody(route, input)).status).toBe(401);
    expect((await asPerson(route, input)).status).toBe(403);
  });

  it('posts an adjustment once for one Idempotency-Key', async () => {
    const before = await app.payments.ledger.balance(app.test.database, `user:${person.id}:credits`, 'RUB');
    const headers = { 'idempotency-key': newId() };
    for (let time = 0; time < 2; time += 1) {
      expect((await asManager(adjustCredits, { ...adjustment(7), headers })).status).toBe(201);
    }
    const after = await app.payments.ledger.balance(app.test.database, `user:${person.id}:credits`, 'RUB');
    expect(after - before).toBe(7);
  });

  it.each([
    [getWallet, {}],
    [listReports, {}],
    [listLedgerEntries, { account: 'platform:cash' }],
  ] as const)('refuses a foreign cursor of $name', async (route, query) => {
    const answer = await asManager(route, { query: { ...query, cursor: 'bm9uc2Vuc2U' } });
    expect(answer.problem().code).toBe('payments.cursor_invalid');
  });
});

describe('reconciliation', () => {
  it('reports days, newest report first', async () => {
    const day = '2026-01-02';
    const { reports } = (await asManager(runReconciliation, { body: { day } })).reply();
    expect(reports).toMatchObject([{ provider: 'sandbox', day, differences: 0, payments_checked: 0 }]);
    const listed = (await asManager(listReports)).reply();
    expect(listed.items).toEqual(reports);
    const detail = await asManager(getReport, { params: { id: reports[0]?.id ?? '' } });
    expect(detail.reply()).toMatchObject({ report: reports[0], items: [], next_cursor: null });
    expect((await asManager(getReport, { params: { id: newId() } })).status).toBe(404);
    expect((await asManager(runReconciliation, { body: { day: '2100-01-01' } })).status).toBe(422);
  });
});

describe('personal data', () => {
  it('is exported, and erasure unlinks what the law keeps', async () => {
    const leaver = await signedInPerson(app, { name: 'leaver' });
    const subjectId = newId();
    app.shop.goods.set(subjectId, { ...quoteOf(100), buyerId: leaver.id });
    const body = { purpose: 'shop.order', subject_id: subjectId, receipt_email: 'leaver@people.test' };
    const payment = (await testClient(app, leaver.accessToken)(createPayment, { body })).reply();
    const { personalData } = app.payments;
    expect(await personalData.export(leaver.id)).toMatchObject({
      receipt_email: 'leaver@people.test',
      payments: [{ id: payment.id, amount: 100 }],
    });
    for (let time = 0; time < 2; time += 1) {
      await app.app.database.transaction((tx) => personalData.erase(tx, leaver.id));
    }
    expect(await personalData.export(leaver.id)).toMatchObject({ receipt_email: null, payments: [] });
    const kept = (await asManager(getPayment, { params: { id: payment.id } })).reply();
    expect(kept.payer_id).toBe(erasedPayer);
  });
});

describe('commands', () => {
  it('rebuild and reconcile', async () => {
    const lines: string[] = [];
    for (const command of commands) {
      await command.run({
        args: [],
        options: {},
        print: (line) => lines.push(line),
        service: app.payments,
        platform: { ...app.app, ...app.test } as never,
      });
    }
    expect(lines[0]).toMatch(/^Rebuilt \d+ payments; 0 balances were wrong\.$/);
    expect(lines[1]).toMatch(/^sandbox \d{4}-\d\d-\d\d: 0 payments, 0 refunds, 0 differences\.$/);
  });
});
