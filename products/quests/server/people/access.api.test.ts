import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
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
import type { RouteDefinition } from '#platform/contract';
import type { TestClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { badBodies, badQueries, type QuestsApp, startQuests } from '../../testing/index.ts';

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

const someId = newId();
const rub = (amount: number) => ({ amount, currency: 'RUB' });
const words = { ru: 'Слова', en: 'Words' };
const merch = { title: words, description: words, price: rub(100), stock: 1, active: true, vat_code: 1 };
const delivery = { name: 'Anna', phone: '+7 921 000-00-00', address: 'Nevsky prospect, 1' };
const promo = {
  code: 'AUTUMN',
  kind: 'percent',
  value: 10,
  currency: 'RUB',
  budget: 1_000,
  max_uses: 10,
  per_person: 1,
  quest_id: someId,
  city: 'saint-petersburg',
  valid_from: '2026-11-01T00:00:00.000Z',
  valid_until: '2026-12-01T00:00:00.000Z',
  active: true,
};
const quest = { kind: 'quest', quest_id: someId, promo_code: 'AUTUMN', use_credits: true, method: 'sbp' };
const { quest_id: _quest, city: _city, ...limits } = promo;
const {
  code: _code,
  kind: _kind,
  value: _value,
  currency: _currency,
  valid_from: _from,
  ...changes
} = limits;

type Good = Readonly<Record<string, unknown>>;

/** Every route of people, teams, boards and the shop, with a body that its contract takes. */
const routes: readonly (readonly [route: RouteDefinition, body?: Good | undefined, query?: Good])[] = [
  [contract.findPlayers, undefined, { q: 'anna' }],
  [contract.getPlayer],
  [contract.updatePlayer, { avatar_file_id: null, about: '', instagram: 'anna', city: null, private: true }],
  [contract.listFriends],
  [contract.removeFriend],
  [contract.askFriend, { user_id: someId }],
  [contract.listFriendRequests],
  [contract.answerFriendRequest, { accept: true }],
  [contract.cancelFriendRequest],
  [contract.blockPlayer],
  [contract.unblockPlayer],
  [contract.listBlocks],
  [contract.listFavourites],
  [contract.addFavourite],
  [contract.removeFavourite],
  [contract.listReviews],
  [contract.writeReview, { stars: 5, text: 'Fine', photo_file_ids: [someId] }],
  [contract.editReview, { stars: 5, text: 'Fine', photo_file_ids: [someId] }],
  [contract.deleteReview],
  [contract.reportReview, { comment: 'Rude' }],
  [contract.reportPoint, { point_id: someId, comment: 'The gate is shut' }],
  [contract.requestUnlock, { unlock_token: 'x'.repeat(30), message: 'Let me in' }],
  [contract.listTeams],
  [contract.createTeam, { name: 'Sphinxes' }],
  [contract.getTeam],
  [contract.joinTeam, { invite_code: 'ABCD2345' }],
  [contract.updateTeam, { name: 'Lions', captain_id: someId, renew_invite: true }],
  [contract.leaveTeam],
  [contract.getLeaderboard],
  [contract.listAchievements],
  [contract.listMerch],
  [contract.getMerch],
  [contract.listAllMerch],
  [contract.createMerch, { ...merch, picture_file_id: someId }],
  [contract.updateMerch, { ...merch, picture_file_id: someId }],
  [contract.placeOrder, quest],
  [contract.placeOrder, { kind: 'merch', lines: [{ merch_id: someId, quantity: 1 }], delivery }],
  [contract.listOrders],
  [contract.getOrder],
  [contract.cancelOrder],
  [contract.checkPromo, { code: 'AUTUMN', quest_id: someId, total: rub(100) }],
  [contract.listPromos],
  [contract.createPromo, promo],
  [contract.updatePromo, changes],
  [contract.listAllOrders],
  [contract.updateOrder, { delivery_state: 'sent', tracking_number: 'RA1' }],
  [contract.updateOrder, { refund: true, reason: 'Torn' }],
  [contract.getEarnings],
  [contract.listMyPayouts],
  [contract.requestPayout, { amount: 100_000 }],
  [contract.listPayouts],
  [contract.decidePayout, { paid: true, note: 'Sent' }],
];

const paramsOf = ({ path }: RouteDefinition): Record<string, string> => ({
  ...Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, someId])),
  ...(path.includes(':board') ? { board: 'week' } : {}),
});

let quests: QuestsApp;
let admin: TestClient;
let user: TestClient;

beforeAll(async () => {
  quests = await startQuests({ modules });
  admin = (await quests.person('admin', ['admin', 'author', 'manager', 'moderator'])).call;
  user = (await quests.person('user')).call;
});

afterAll(() => quests.close());

const guarded = routes.filter(([{ access }]) => access !== 'public');
const permitted = routes.filter(([{ access }]) => typeof access === 'object');
const named = (list: typeof routes) =>
  list.map(([route, body, query]) => [route.name, route, body, query] as const);

describe('without an account', () => {
  it.each(named(guarded))('%s answers 401', async (_name, route, body, query) => {
    const answer = await quests.nobody(route, {
      params: paramsOf(route),
      ...(body === undefined ? {} : { body }),
      ...(query === undefined ? {} : { query }),
    });
    expect([answer.status, answer.problem().code]).toEqual([401, 'http.unauthenticated']);
  });
});

describe('without the permission', () => {
  it.each(named(permitted))('%s answers 403', async (_name, route, body) => {
    const answer = await user(route, {
      params: paramsOf(route),
      ...(body === undefined ? {} : { body }),
    });
    expect(answer.status).toBe(403);
  });
});

describe('an id that is none', () => {
  const withId = named(routes.filter(([{ path }]) => /:(id|user_id|quest_id)/.test(path)));
  it.each(withId)('%s answers 422', async (_name, route, body) => {
    for (const name of Object.keys(paramsOf(route)).filter((one) => one !== 'board')) {
      const params = { ...paramsOf(route), [name]: 'nobody' };
      const answer = await admin(route, { params, ...(body === undefined ? {} : { body }) });
      expect([name, answer.status]).toEqual([name, 422]);
    }
  });
});

describe('a bad field', () => {
  const bodies = routes.flatMap(([route, body]) =>
    body === undefined ? [] : [[route.name, route, body] as const],
  );
  it.each(bodies)('in the body of %s answers 422', async (_name, route, body) => {
    const cases = badBodies(route, body);
    expect(cases.length).toBeGreaterThan(1);
    for (const { what, value } of cases) {
      const answer = await admin(route, { params: paramsOf(route), body: value });
      expect([what, answer.status]).toEqual([what, 422]);
    }
  });

  const queries = routes.flatMap(([route, , query]) =>
    route.query === undefined ? [] : [[route.name, route, query ?? {}] as const],
  );
  it.each(queries)('in the query of %s answers 422', async (_name, route, query) => {
    for (const { what, value } of badQueries(route, query)) {
      const answer = await admin(route, { params: paramsOf(route), query: value });
      expect([what, answer.status]).toEqual([what, 422]);
    }
  });

  it.each(
    named(
      routes.filter(([{ query }]) => query !== undefined && 'cursor' in Object(Object(query).properties)),
    ),
  )('a cursor nobody made is refused by %s', async (_name, route, _body, query) => {
    const answer = await admin(route, {
      params: paramsOf(route),
      query: { ...query, cursor: 'not-a-cursor' },
    });
    expect(answer.status).toBe(422);
  });
});

describe('what is not there', () => {
  const single = named(
    routes.filter(
      ([{ path, method }]) =>
        /:(id|user_id|quest_id)/.test(path) && !path.includes('/blocks/') && method !== 'DELETE',
    ),
  );
  const mayBeEmpty = new Set(['quests.list_achievements']);
  it.each(single)('%s answers 404', async (name, route, body) => {
    const answer = await admin(route, { params: paramsOf(route), ...(body === undefined ? {} : { body }) });
    expect(answer.status).toBe(mayBeEmpty.has(name) ? 200 : 404);
  });
});
