import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '#base/ids';
import { picture, published } from '#capabilities/files/testing';
import { listAudit } from '#capabilities/identity/contract';
import {
  actInSandbox,
  adjustCredits,
  getPaymentHistory,
  listLedgerAccounts,
} from '#capabilities/payments/contract';
import { analyticsModule } from '#modules/capabilities/analytics';
import { chatModule } from '#modules/capabilities/chat';
import { filesModule } from '#modules/capabilities/files';
import { geoModule } from '#modules/capabilities/geo';
import { identityModule } from '#modules/capabilities/identity';
import { moderationModule } from '#modules/capabilities/moderation';
import { notificationsModule } from '#modules/capabilities/notifications';
import { paymentsModule } from '#modules/capabilities/payments';
import { recommendationsModule } from '#modules/capabilities/recommendations';
import { searchModule } from '#modules/capabilities/search';
import { questsModule } from '#modules/products/quests';
import type { BodyOf } from '#platform/contract';
import type { TestClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import {
  pointAt,
  publishedQuest,
  type QuestsApp,
  questsModuleRef,
  startQuests,
} from '../../testing/index.ts';

const modules = [
  identityModule,
  filesModule,
  geoModule,
  searchModule,
  analyticsModule,
  notificationsModule,
  paymentsModule,
  moderationModule,
  recommendationsModule,
  chatModule,
  questsModule,
];

interface Person {
  readonly id: string;
  readonly call: TestClient;
}

let quests: QuestsApp;
let author: Person;
let moderator: TestClient;
let manager: TestClient;
let admin: TestClient;
let names = 0;

beforeAll(async () => {
  quests = await startQuests({ modules });
  author = await quests.person('author', ['author']);
  moderator = (await quests.person('moderator', ['moderator'])).call;
  manager = (await quests.person('manager', ['manager'])).call;
  admin = (await quests.person('admin', ['admin'])).call;
});

afterAll(() => quests.close());

async function buyer(): Promise<Person> {
  names += 1;
  return quests.person(`buyer${names}`);
}

const rub = (amount: number) => ({ amount, currency: 'RUB' as const });
const delivery = { name: 'Anna', phone: '+7 921 000-00-00', address: 'Nevsky prospect, 1' };

async function article(change: Partial<BodyOf<typeof contract.createMerch>> = {}): Promise<contract.Merch> {
  const body = {
    title: { ru: 'Кружка', en: 'Mug' },
    description: { ru: 'С картой', en: 'With a map' },
    price: rub(90_000),
    stock: 10,
    active: true,
    vat_code: 11,
    ...change,
  };
  return (await manager(contract.createMerch, { body })).reply();
}

async function promoCode(code: string, change: object = {}): Promise<contract.Promo> {
  const body = {
    code,
    kind: 'percent' as const,
    value: 10,
    currency: 'RUB' as const,
    budget: null,
    max_uses: null,
    per_person: 5,
    quest_id: null,
    city: null,
    valid_from: new Date(0).toISOString(),
    valid_until: null,
    active: true,
    ...change,
  };
  return (await manager(contract.createPromo, { body })).reply();
}

const priced = (amount: number, points?: contract.Point[], by: Person = author) =>
  publishedQuest(by.call, moderator, { price: rub(amount), ...(points === undefined ? {} : { points }) });

const buyMerch = ({ call }: Person, id: string, more: object = {}, quantity = 1) =>
  call(contract.placeOrder, {
    body: { kind: 'merch', lines: [{ merch_id: id, quantity }], delivery, ...more },
  });
const buyQuest = ({ call }: Person, questId: string, more: object = {}) =>
  call(contract.placeOrder, { body: { kind: 'quest', quest_id: questId, ...more } });

const order = async ({ call }: Person, id: string) =>
  (await call(contract.getOrder, { params: { id } })).reply();

async function pay({ payment }: contract.Order): Promise<void> {
  const id = payment?.confirmation_url?.split('/').at(-1) ?? '';
  (await quests.nobody(actInSandbox, { params: { id }, body: { action: 'pay' } })).reply();
}

async function paid(by: Person, placed: contract.Order): Promise<void> {
  await pay(placed);
  await vi.waitFor(async () => expect((await order(by, placed.id)).state).toBe('paid'), {
    timeout: 20_000,
    interval: 100,
  });
}

async function balance(account: string): Promise<number> {
  const { items } = (await admin(listLedgerAccounts, { query: { prefix: account, limit: 100 } })).reply();
  return items.find((one) => one.account === account)?.balance ?? 0;
}

describe('merchandise', () => {
  it('is added, changed and taken off sale by the shop', async () => {
    const file = await published(manager, await picture('png', { seed: 701 }), { purpose: 'quests.merch' });
    const mug = await article({ picture_file_id: file.id });
    expect(mug).toMatchObject({ price: rub(90_000), stock: 10, picture: { id: file.id } });
    const params = { id: mug.id };
    expect((await quests.nobody(contract.getMerch, { params })).reply()).toEqual(mug);
    const change = { price: rub(80_000), picture_file_id: null, active: false };
    const changed = (await manager(contract.updateMerch, { params, body: change })).reply();
    expect(changed).toMatchObject({ price: rub(80_000), picture: null, active: false, stock: 10 });
    expect((await quests.nobody(contract.getMerch, { params })).status).toBe(404);
    const listed = async (
      call: TestClient,
      route: typeof contract.listMerch | typeof contract.listAllMerch,
    ) => (await call(route, { query: { limit: 100 } })).reply().items.some(({ id }) => id === mug.id);
    expect(await listed(quests.nobody, contract.listMerch)).toBe(false);
    expect(await listed(manager, contract.listAllMerch)).toBe(true);
    const gone = await buyMerch(await buyer(), mug.id);
    expect([gone.status, gone.problem().code]).toEqual([404, 'quests.merch_not_found']);
  });

  it('takes no picture of somebody else', async () => {
    const other = (await quests.person('other-manager', ['manager'])).call;
    const file = await published(other, await picture('png', { seed: 702 }), { purpose: 'quests.merch' });
    const mug = await article();
    const body = { picture_file_id: file.id };
    const answer = await manager(contract.updateMerch, { params: { id: mug.id }, body });
    expect([answer.status, answer.problem().code]).toEqual([404, 'files.not_found']);
  });

  it('is added once by the same key', async () => {
    const headers = { 'idempotency-key': newId() };
    const body = {
      title: { ru: 'Карта', en: 'Map' },
      description: { ru: 'Бумажная', en: 'Of paper' },
      price: rub(100),
      stock: 1,
      active: true,
      vat_code: 1,
    };
    const first = (await manager(contract.createMerch, { body, headers })).reply();
    expect((await manager(contract.createMerch, { body, headers })).reply().id).toBe(first.id);
    expect((await manager(contract.createMerch, { body: { ...body, stock: 2 }, headers })).status).toBe(422);
  });
});

describe('an order of merchandise', () => {
  it('is of what there is, and of what a price can say', async () => {
    const anna = await buyer();
    const nothing = await buyMerch(anna, newId());
    expect([nothing.status, nothing.problem().code]).toEqual([404, 'quests.merch_not_found']);
    const gold = await article({ price: rub(60_000_000) });
    const two = await buyMerch(anna, gold.id, {}, 2);
    expect([two.status, two.problem().code]).toEqual([409, 'quests.order_too_large']);
    expect((await buyMerch(anna, gold.id)).reply().total).toEqual(rub(60_000_000));
    const rest = (await quests.nobody(contract.getMerch, { params: { id: gold.id } })).reply().stock;
    expect(rest).toBe(9);
  });

  it('is paid, sent with its number, delivered, and seen by its buyer and the shop only', async () => {
    const [anna, boris] = [await buyer(), await buyer()];
    const mug = await article();
    const placed = (await buyMerch(anna, mug.id, {}, 3)).reply();
    expect(placed).toMatchObject({ state: 'awaiting_payment', total: rub(270_000), delivery });
    const params = { id: placed.id };
    expect((await boris.call(contract.getOrder, { params })).status).toBe(404);
    expect((await boris.call(contract.cancelOrder, { params })).status).toBe(404);
    expect((await boris.call(contract.listOrders)).reply().items).toEqual([]);
    const early = await manager(contract.updateOrder, { params, body: { delivery_state: 'sent' } });
    expect([early.status, early.problem().code]).toEqual([409, 'quests.order_final']);

    await paid(anna, placed);
    expect((await order(anna, placed.id)).refundable_until).not.toBeNull();
    const skipped = await manager(contract.updateOrder, { params, body: { delivery_state: 'delivered' } });
    expect([skipped.status, skipped.problem().code]).toEqual([409, 'quests.delivery_order']);
    const sent = { params, body: { delivery_state: 'sent' as const, tracking_number: 'RA123' } };
    expect((await manager(contract.updateOrder, sent)).reply()).toMatchObject({
      delivery_state: 'sent',
      tracking_number: 'RA123',
      refundable_until: null,
    });
    const late = await anna.call(contract.cancelOrder, { params });
    expect([late.status, late.problem().code]).toEqual([409, 'quests.refund_too_late']);
    (await manager(contract.updateOrder, { params, body: { delivery_state: 'delivered' } })).reply();
    const query = { user_id: anna.id, kind: 'merch', delivery_state: 'delivered', state: 'paid' } as const;
    const listed = (await manager(contract.listAllOrders, { query })).reply().items;
    expect(listed).toMatchObject([{ id: placed.id, buyer: { id: anna.id } }]);
  });

  it('is given back by the shop with a reason, once, and the goods go back on the shelf', async () => {
    const anna = await buyer();
    const mug = await article({ stock: 2 });
    const placed = (await buyMerch(anna, mug.id, {}, 2)).reply();
    expect((await buyMerch(anna, mug.id)).problem().code).toBe('quests.out_of_stock');
    await paid(anna, placed);
    const refund = { params: { id: placed.id }, body: { refund: true as const, reason: 'Torn' } };
    const answers = await Promise.all([...Array(4)].map(() => manager(contract.updateOrder, refund)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await order(anna, placed.id)).state).toBe('refunded');
    const { items } = (await admin(listAudit, { query: { action: 'quests.order_refunded' } })).reply();
    expect(items.find(({ subject_id }) => subject_id === placed.id)?.details).toMatchObject({
      reason: 'Torn',
    });
    expect((await quests.nobody(contract.getMerch, { params: { id: mug.id } })).reply().stock).toBe(2);
    const again = await anna.call(contract.cancelOrder, { params: { id: placed.id } });
    expect([again.status, again.problem().code]).toEqual([409, 'quests.order_final']);
  });

  it('is placed once by the same key', async () => {
    const anna = await buyer();
    const mug = await article();
    const headers = { 'idempotency-key': newId() };
    const send = (quantity: number) =>
      anna.call(contract.placeOrder, {
        body: { kind: 'merch', lines: [{ merch_id: mug.id, quantity }], delivery },
        headers,
      });
    const first = (await send(1)).reply();
    expect((await send(1)).reply().id).toBe(first.id);
    expect((await send(2)).status).toBe(422);
    expect((await anna.call(contract.listOrders)).reply().items).toHaveLength(1);
  });

  it('is paid with credits as far as they go, and they come back', async () => {
    const anna = await buyer();
    const mug = await article({ price: rub(50_000) });
    const body = { user_id: anna.id, amount: 70_000, currency: 'RUB' as const, reason: 'A present' };
    (await admin(adjustCredits, { body })).reply();
    const account = `user:${anna.id}:credits`;
    const first = (await buyMerch(anna, mug.id, { use_credits: true })).reply();
    expect(first).toMatchObject({ state: 'paid', credits: 50_000, payment: null });
    const second = (await buyMerch(anna, mug.id, { use_credits: true })).reply();
    expect(second).toMatchObject({ state: 'awaiting_payment', credits: 20_000 });
    expect(await balance(account)).toBe(0);
    for (const { id } of [first, second]) (await anna.call(contract.cancelOrder, { params: { id } })).reply();
    expect(await balance(account)).toBe(70_000);
  });
});

describe('money that comes late', () => {
  it('for an order that was given up goes back', async () => {
    const anna = await buyer();
    const questId = await priced(30_000);
    const placed = (await buyQuest(anna, questId)).reply();
    const { shop } = quests.app.app.service(questsModuleRef);
    const cancelled = (await anna.call(contract.cancelOrder, { params: { id: placed.id } })).reply();
    expect(cancelled.state).toBe('cancelled');

    // What the provider tells afterwards, twice: money came for the order that is no more.
    const mug = await article({ price: rub(30_000) });
    const other = (await buyMerch(anna, mug.id)).reply();
    await paid(anna, other);
    const paymentId = other.payment?.id ?? '';
    await shop.orders.paid(placed.id, paymentId);
    await shop.orders.paid(placed.id, paymentId);
    expect((await order(anna, placed.id)).state).toBe('cancelled');
    const history = (await admin(getPaymentHistory, { params: { id: paymentId } })).reply();
    expect(history.refunds).toMatchObject([{ amount: 30_000 }]);
    expect((await buyQuest(anna, questId)).status).toBe(201);
  });
});

describe('paying and giving up at the same moment', () => {
  it('ends with the money where it belongs', async () => {
    const anna = await buyer();
    const mug = await article({ price: rub(30_000), stock: 4 });
    const placed = await Promise.all([1, 2, 3, 4].map(async () => (await buyMerch(anna, mug.id)).reply()));
    await Promise.all(
      placed.flatMap((one) => [
        quests.nobody(actInSandbox, {
          params: { id: one.payment?.confirmation_url?.split('/').at(-1) ?? '' },
          body: { action: 'pay' },
        }),
        anna.call(contract.cancelOrder, { params: { id: one.id } }),
      ]),
    );
    const settled = async (one: contract.Order): Promise<void> => {
      const { state } = await order(anna, one.id);
      expect(['cancelled', 'refunded']).toContain(state);
      const history = (await admin(getPaymentHistory, { params: { id: one.payment?.id ?? '' } })).reply();
      const back = history.refunds.reduce((sum, { amount }) => sum + amount, 0);
      expect([history.payment.status, back]).toEqual(
        history.payment.status === 'succeeded' ? ['succeeded', 30_000] : ['canceled', 0],
      );
    };
    for (const one of placed) await vi.waitFor(() => settled(one), { timeout: 20_000, interval: 200 });
    expect((await quests.nobody(contract.getMerch, { params: { id: mug.id } })).reply().stock).toBe(4);
  });
});

describe('the rules of giving a quest back', () => {
  it('allow three points, not four', async () => {
    const points = [0, 1, 2, 3, 4].map((index) => pointAt(59.93 + index / 1_000, 30.31));
    const questId = await priced(40_000, points);
    const anna = await buyer();
    const placed = (await buyQuest(anna, questId)).reply();
    await paid(anna, placed);
    const session = (await anna.call(contract.startSession, { body: { quest_id: questId } })).reply();
    const pass = async (index: number): Promise<void> => {
      const body = {
        action: 'complete_point' as const,
        point_id: session.points[index]?.id ?? '',
        reason: 'For the test.',
      };
      (await manager(contract.repairSession, { params: { id: session.id }, body })).reply();
    };
    for (const index of [0, 1, 2]) await pass(index);
    expect((await order(anna, placed.id)).refundable_until).not.toBeNull();
    await pass(3);
    expect((await order(anna, placed.id)).refundable_until).toBeNull();
    const late = await anna.call(contract.cancelOrder, { params: { id: placed.id } });
    expect([late.status, late.problem().code]).toEqual([409, 'quests.refund_too_late']);
    // The shop may, whatever the rules say.
    const body = { refund: true as const, reason: 'Goodwill' };
    expect((await manager(contract.updateOrder, { params: { id: placed.id }, body })).reply().state).toBe(
      'refunded',
    );
  });

  it('a free quest is not sold, and no quest twice', async () => {
    const anna = await buyer();
    const free = await publishedQuest(author.call, moderator);
    expect((await buyQuest(anna, free)).problem().code).toBe('quests.free_quest');
    const questId = await priced(40_000);
    const answers = await Promise.all([...Array(5)].map(() => buyQuest(anna, questId)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 201).map((one) => one.problem().code);
    expect(new Set(refused)).toEqual(new Set(['quests.already_bought']));
  });
});

describe('promo codes', () => {
  it('are made once, in capitals, and never above a hundred percent', async () => {
    const made = await promoCode('spring', { value: 25 });
    expect(made).toMatchObject({ code: 'SPRING', used: 0, spent: 0 });
    const { id: _id, used: _used, spent: _spent, created_at: _at, ...body } = made;
    const taken = await manager(contract.createPromo, { body });
    expect([taken.status, taken.problem().code]).toEqual([409, 'quests.code_taken']);
    const above = await manager(contract.createPromo, { body: { ...body, code: 'ABOVE', value: 101 } });
    expect([above.status, above.problem().code]).toEqual([422, 'quests.percent_above_hundred']);
    const headers = { 'idempotency-key': newId() };
    const keyed = { body: { ...body, code: 'KEYED' }, headers };
    const first = (await manager(contract.createPromo, keyed)).reply();
    expect((await manager(contract.createPromo, keyed)).reply().id).toBe(first.id);
  });

  it('take off what they promise, from what they are for, while they last', async () => {
    const anna = await buyer();
    const questId = await priced(40_000);
    const check = (code: string, more: object) => anna.call(contract.checkPromo, { body: { code, ...more } });
    await promoCode('TENTH');
    await promoCode('QUEST-ONLY', { quest_id: questId });
    await promoCode('KAZAN', { city: 'kazan' });
    await promoCode('TOMORROW', { valid_from: new Date(Date.now() + 86_400_000).toISOString() });
    await promoCode('OVER', { valid_until: new Date(Date.now() - 1_000).toISOString() });
    await promoCode('HUGE', { kind: 'amount', value: 1_000_000 });
    const off = await promoCode('OFF');
    (await manager(contract.updatePromo, { params: { id: off.id }, body: { active: false } })).reply();

    const quest = { quest_id: questId };
    expect((await check('tenth', quest)).reply()).toEqual({ discount: rub(4_000), total: rub(36_000) });
    expect((await check('HUGE', quest)).reply()).toEqual({ discount: rub(40_000), total: rub(0) });
    expect((await check('QUEST-ONLY', quest)).status).toBe(200);
    expect((await check('QUEST-ONLY', { total: rub(1_000) })).problem().code).toBe(
      'quests.promo_not_for_this',
    );
    expect((await check('KAZAN', quest)).problem().code).toBe('quests.promo_not_for_this');
    for (const code of ['NOBODY', 'TOMORROW', 'OVER', 'OFF']) {
      const answer = await check(code, quest);
      expect([code, answer.status, answer.problem().code]).toEqual([code, 404, 'quests.promo_unknown']);
    }
    const placed = (await buyQuest(anna, questId, { promo_code: 'huge' })).reply();
    expect(placed).toMatchObject({ state: 'paid', discount: rub(40_000), payment: null, promo_code: 'HUGE' });
  });

  it('stand in the books: funded, spent, given back', async () => {
    const [anna, boris] = [await buyer(), await buyer()];
    const mug = await article({ price: rub(10_000) });
    const promo = await promoCode('BOOKS', { value: 50, budget: 8_000, per_person: 1 });
    const account = `promo:${promo.id}:budget`;
    expect(await balance(account)).toBe(8_000);
    const placed = (await buyMerch(anna, mug.id, { promo_code: 'BOOKS' })).reply();
    expect(await balance(account)).toBe(3_000);
    expect((await buyMerch(anna, mug.id, { promo_code: 'BOOKS' })).problem().code).toBe('quests.promo_spent');
    expect((await buyMerch(boris, mug.id, { promo_code: 'BOOKS' })).problem().code).toBe(
      'quests.promo_spent',
    );
    const below = await manager(contract.updatePromo, { params: { id: promo.id }, body: { budget: 4_000 } });
    expect([below.status, below.problem().code]).toEqual([409, 'quests.promo_spent']);
    const more = await manager(contract.updatePromo, { params: { id: promo.id }, body: { budget: 10_000 } });
    expect(more.reply()).toMatchObject({ budget: 10_000, used: 1, spent: 5_000 });
    expect(await balance(account)).toBe(5_000);
    expect((await buyMerch(boris, mug.id, { promo_code: 'BOOKS' })).status).toBe(201);
    expect(await balance(account)).toBe(0);
    (await anna.call(contract.cancelOrder, { params: { id: placed.id } })).reply();
    expect(await balance(account)).toBe(5_000);
    const listed = (await manager(contract.listPromos, { query: { limit: 100 } })).reply().items;
    expect(listed.find(({ id }) => id === promo.id)).toMatchObject({ used: 1, spent: 5_000 });
    expect((await buyMerch(anna, mug.id, { promo_code: 'BOOKS' })).status).toBe(201);
  });
});

describe('payouts', () => {
  async function earner(name: string, sum: number): Promise<Person> {
    const person = await quests.person(name, ['author']);
    const questId = await priced(sum, undefined, person);
    const anna = await buyer();
    await paid(anna, (await buyQuest(anna, questId)).reply());
    return person;
  }

  const request = ({ call }: Person, amount: number, headers: Record<string, string> = {}) =>
    call(contract.requestPayout, { body: { amount }, headers });
  const earnings = async ({ call }: Person) => (await call(contract.getEarnings)).reply();

  it('never exceed the balance, whatever comes at the same time', async () => {
    const vera = await earner('vera', 1_000_000);
    expect(await earnings(vera)).toMatchObject({ payable: 700_000, paid_out: 0, pending: 0, share: 0.7 });
    const answers = await Promise.all([...Array(20)].map(() => request(vera, 200_000)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    const refused = answers.filter(({ status }) => status !== 201).map((one) => one.problem().code);
    expect(new Set(refused)).toEqual(new Set(['payments.insufficient_funds']));
    expect(await earnings(vera)).toMatchObject({ payable: 100_000, pending: 600_000 });
    const small = await request(vera, 99_999);
    expect([small.status, small.problem().code]).toEqual([409, 'quests.payout_below_minimum']);
  });

  it('are decided once; what is sent back can be asked for again', async () => {
    const walt = await earner('walt', 1_000_000);
    const [first, second] = [(await request(walt, 300_000)).reply(), (await request(walt, 400_000)).reply()];
    const decide = (id: string, paid: boolean, note?: string) =>
      admin(contract.decidePayout, {
        params: { id },
        body: { paid, ...(note === undefined ? {} : { note }) },
      });
    expect((await decide(first.id, true)).reply().state).toBe('paid');
    expect((await decide(first.id, true)).reply().state).toBe('paid');
    const other = await decide(first.id, false);
    expect([other.status, other.problem().code]).toEqual([409, 'quests.payout_settled']);
    const rejected = (await decide(second.id, false, 'No bank details')).reply();
    expect(rejected).toMatchObject({ state: 'rejected', note: 'No bank details', author: { id: walt.id } });
    expect(await earnings(walt)).toMatchObject({ payable: 400_000, paid_out: 300_000, pending: 0 });
    const mine = (await walt.call(contract.listMyPayouts)).reply().items;
    expect(mine.map(({ id }) => id)).toEqual([second.id, first.id]);
    const all = (await admin(contract.listPayouts, { query: { state: 'rejected', limit: 100 } })).reply();
    expect(all.items.map(({ id }) => id)).toContain(second.id);
    expect((await author.call(contract.listMyPayouts)).reply().items).toEqual([]);

    const third = (await request(walt, 100_000)).reply();
    const answers = await Promise.all([true, false, true, false].map((paid) => decide(third.id, paid)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
  });

  it('are asked for once by the same key', async () => {
    const xena = await earner('xena', 500_000);
    const headers = { 'idempotency-key': newId() };
    const first = (await request(xena, 100_000, headers)).reply();
    expect((await request(xena, 100_000, headers)).reply().id).toBe(first.id);
    expect((await request(xena, 150_000, headers)).status).toBe(422);
    expect(await earnings(xena)).toMatchObject({ pending: 100_000 });
  });

  it('go below zero when a sale is given back after the money left; nothing more can be asked for', async () => {
    const yana = await quests.person('yana', ['author']);
    const questId = await priced(400_000, undefined, yana);
    const anna = await buyer();
    const placed = (await buyQuest(anna, questId)).reply();
    await paid(anna, placed);
    const { id } = (await request(yana, 280_000)).reply();
    (await admin(contract.decidePayout, { params: { id }, body: { paid: true } })).reply();
    (await anna.call(contract.cancelOrder, { params: { id: placed.id } })).reply();
    expect(await balance(`author:${yana.id}:payable`)).toBe(-280_000);
    expect((await earnings(yana)).payable).toBe(0);
    expect((await request(yana, 100_000)).problem().code).toBe('payments.insufficient_funds');
  });
});
