import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
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
import type { ReplyOf } from '#platform/contract';
import { sql } from '#platform/server/database';
import type { TestClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import {
  type NewQuest,
  pointAt,
  publishedQuest,
  type QuestsApp,
  questsModuleRef,
  readyDraft,
  shortWalk,
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

let quests: QuestsApp;
let ann: { readonly id: string; readonly call: TestClient };
let moderator: TestClient;
let player: { readonly id: string; readonly call: TestClient };
let nobody: TestClient;

const moscow = { lat: 55.7558, lng: 37.6173 };
const inMoscow = () => [
  pointAt(55.7539, 37.6208, { title: 'The wall' }),
  pointAt(55.7525, 37.6231),
  pointAt(55.7512, 37.6184),
];
const rubles = (amount: number) => ({ amount, currency: 'RUB' as const });

type Name = 'clock' | 'gardens' | 'wall';

/** Published in this order. */
const catalogue: Readonly<Record<Name, NewQuest>> = {
  clock: {
    title: 'Тайны часовщика',
    summary: 'Старые механизмы',
    category: 'detective',
    difficulty: 4,
    price: rubles(50_000),
    duration_minutes: 90,
    activities: ['riddles', 'ciphers'],
  },
  gardens: {
    title: 'Gardens of the palace',
    category: 'nature',
    difficulty: 1,
    price: rubles(0),
    duration_minutes: 45,
    languages: ['en', 'ru'],
    place: 'park',
  },
  wall: {
    title: 'Красная стена',
    city: 'moscow',
    difficulty: 3,
    price: rubles(30_000),
    duration_minutes: 120,
    vehicle: 'bicycle',
    tools: ['headphones'],
    points: inMoscow(),
  },
};
const ids: Record<string, string> = {};
const idOf = (name: Name) => ids[name] ?? '';
const nameOf = (id: string) => Object.entries(ids).find(([, known]) => known === id)?.[0];

beforeAll(async () => {
  quests = await startQuests({ modules });
  ({ nobody } = quests);
  ann = await quests.person('ann', ['author']);
  moderator = (await quests.person('moderator', ['moderator'])).call;
  player = await quests.person('player');
  for (const [name, content] of Object.entries(catalogue))
    ids[name] = await publishedQuest(ann.call, moderator, content);
  await readyDraft(ann.call, { title: 'Тайный черновик' });
});

afterAll(() => quests.close());

type Found = ReplyOf<typeof contract.listQuests>;
type Query = Readonly<Record<string, unknown>>;

async function list(query: Query = {}): Promise<Found> {
  return (await nobody(contract.listQuests, { query })).reply();
}
async function names(query: Query = {}): Promise<readonly (string | undefined)[]> {
  return (await list(query)).items.map(({ id }) => nameOf(id));
}

describe('the list', () => {
  it('shows what is published to everybody, with counts per filter', async () => {
    const { items, total, facets, corrected_to, next_cursor } = await list();
    expect(items.map(({ id }) => nameOf(id)).sort()).toEqual(['clock', 'gardens', 'wall']);
    expect([total, corrected_to, next_cursor]).toEqual([3, null, null]);
    expect(facets['city']).toEqual([
      { value: 'saint-petersburg', count: 2 },
      { value: 'moscow', count: 1 },
    ]);
    expect(facets['language']).toEqual([
      { value: 'ru', count: 3 },
      { value: 'en', count: 1 },
    ]);
    expect(facets['activity']?.map(({ value }) => value).sort()).toEqual(['ciphers', 'riddles']);
    expect(items[0]).toMatchObject({ distance: null, highlight: null, state: 'published' });
  });

  it.each([
    [{ city: 'moscow' }, ['wall']],
    [{ category: 'nature' }, ['gardens']],
    [{ vehicle: 'bicycle' }, ['wall']],
    [{ place: 'park' }, ['gardens']],
    [{ activity: 'ciphers' }, ['clock']],
    [{ tool: 'headphones' }, ['wall']],
    [{ language: 'en' }, ['gardens']],
    [{ difficulty: 4 }, ['clock']],
    [{ price_max: 0 }, ['gardens']],
    [{ price_max: 30_000 }, ['gardens', 'wall']],
    [{ duration_max: 90 }, ['clock', 'gardens']],
    [{ city: 'moscow', difficulty: 4 }, []],
    [{ city: 'atlantis' }, []],
  ])('narrows by %o', async (query, expected) => {
    expect([...(await names(query))].sort()).toEqual(expected);
    expect((await list(query)).total).toBe(expected.length);
  });

  it('narrows by author', async () => {
    expect(await names({ author_id: ann.id })).toHaveLength(3);
    expect(await names({ author_id: newId() })).toEqual([]);
  });

  it.each([
    ['new', ['wall', 'gardens', 'clock']],
    ['price', ['gardens', 'wall', 'clock']],
  ])('orders by %s, page by page without holes or doubles', async (sort, expected) => {
    expect(await names({ sort })).toEqual(expected);
    const seen: (string | undefined)[] = [];
    let cursor: string | null = null;
    do {
      const page: Found = await list({ sort, limit: 1, ...(cursor === null ? {} : { cursor }) });
      seen.push(...page.items.map(({ id }) => nameOf(id)));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual(expected);
  });

  it('orders by rating, where one praise does not win over many', async () => {
    const { database } = quests.app.app;
    const { catalogue: room } = quests.app.app.service(questsModuleRef);
    await database.transaction((tx) => room.count(tx, idOf('wall'), { stars: 48, ratings: 10 }));
    await database.transaction((tx) => room.count(tx, idOf('clock'), { stars: 5, ratings: 1 }));
    expect(await names({ sort: 'rating' })).toEqual(['wall', 'clock', 'gardens']);
    expect((await list({ sort: 'rating', limit: 2 })).items[0]?.rating).toEqual({ average: 4.8, count: 10 });
  });

  it('finds what is near, the nearest first', async () => {
    const near = { near_lat: moscow.lat, near_lng: moscow.lng };
    const { items } = await list({ ...near, sort: 'distance' });
    expect(items.map(({ id }) => nameOf(id))[0]).toBe('wall');
    expect(items[0]?.distance).toBeGreaterThan(100);
    expect(items[0]?.distance).toBeLessThan(500);
    expect(items).toHaveLength(3);
    const around = await list({ ...near, within: 1_000 });
    expect([around.items.map(({ id }) => nameOf(id)), around.total]).toEqual([['wall'], 1]);
    const first = await list({ ...near, sort: 'distance', limit: 1 });
    const second = await list({ ...near, sort: 'distance', limit: 2, cursor: first.next_cursor });
    expect(second.items).toHaveLength(2);
    expect(second.next_cursor).toBe(null);
  });

  it('finds by words in any form, with filters, and says where they stand', async () => {
    const found = await list({ q: 'тайна часовщика' });
    expect(found.items.map(({ id }) => nameOf(id))).toEqual(['clock']);
    expect(found.items[0]?.highlight?.title.length).toBeGreaterThan(0);
    expect(found.total).toBe(1);
    expect(await names({ q: 'стена', city: 'moscow' })).toEqual(['wall']);
    expect(await names({ q: 'стена', city: 'kazan' })).toEqual([]);
    expect(await names({ q: 'черновик' })).toEqual([]);
    expect(await names({ q: 'canals', sort: 'price' })).toEqual(['gardens', 'wall', 'clock']);
    const near = { near_lat: moscow.lat, near_lng: moscow.lng, within: 5_000 };
    expect(await names({ q: 'canals', ...near })).toEqual(['wall']);
  });

  it('forgives typing and says what it looked for', async () => {
    // The words that corrections know follow a moment later.
    await vi.waitFor(
      async () => {
        const found = await list({ q: 'gardns' });
        expect(found.items.map(({ id }) => nameOf(id))).toEqual(['gardens']);
        expect(found.corrected_to).toBe('gardens');
      },
      { timeout: 20_000, interval: 50 },
    );
    const suggested = (await nobody(contract.suggestQuests, { query: { q: 'gard' } })).reply();
    expect(suggested.items.length).toBeGreaterThan(0);
  });

  it('goes on by words page by page', async () => {
    const first = await list({ q: 'canals', limit: 2 });
    const second = await list({ q: 'canals', limit: 2, cursor: first.next_cursor });
    const found = [...first.items, ...second.items].map(({ id }) => nameOf(id));
    expect(found.toSorted()).toEqual(['clock', 'gardens', 'wall']);
    expect(second.next_cursor).toBe(null);
  });

  it.each([
    [{ difficulty: 9 }, '/query/difficulty'],
    [{ city: 'Москва' }, '/query/city'],
    [{ language: 'rus' }, '/query/language'],
    [{ sort: 'luck' }, '/query/sort'],
    [{ price_max: -1 }, '/query/price_max'],
    [{ duration_max: 0 }, '/query/duration_max'],
    [{ within: 10, near_lat: 1, near_lng: 1 }, '/query/within'],
    [{ near_lat: 91, near_lng: 1 }, '/query/near_lat'],
    [{ near_lat: 1 }, '/query/near_lng'],
    [{ sort: 'distance' }, '/query/near_lat'],
    [{ author_id: 'ann' }, '/query/author_id'],
    [{ limit: 0 }, '/query/limit'],
    [{ cursor: 'nonsense' }, '/query/cursor'],
    [{ cursor: 'new~1~1' }, '/query/cursor'],
    [{ q: '' }, '/query/q'],
  ])('refuses %o', async (query, pointer) => {
    const answer = await nobody(contract.listQuests, { query });
    expect(answer.status).toBe(422);
    expect(answer.problem().errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it('answers under its old path, which says what replaces it', async () => {
    const answer = await nobody(contract.listQuestsV1, { query: { sort: 'new' } });
    expect(answer.reply()).toEqual(await list({ sort: 'new' }));
    expect(answer.headers['deprecation']).toBeDefined();
    expect(answer.headers['sunset']).toBeDefined();
    expect(answer.headers['link']).toContain('rel="successor-version"');
  });
});

describe('a page', () => {
  it('is the same under both paths, and 404 for what is not there', async () => {
    const id = idOf('clock');
    const page = (await nobody(contract.getQuest, { params: { id } })).reply();
    expect(page).toMatchObject({ title: 'Тайны часовщика', order_mode: 'linear', version: 1 });
    expect(JSON.stringify(page)).not.toContain('Look around');
    const old = await nobody(contract.getQuestV1, { params: { id } });
    expect(old.reply()).toEqual(page);
    expect(old.headers['deprecation']).toBeDefined();
    expect((await nobody(contract.getQuest, { params: { id: newId() } })).status).toBe(404);
    expect((await nobody(contract.getQuest, { params: { id: 'clock' } })).status).toBe(422);
  });

  it('counts a person once a day', async () => {
    const id = idOf('gardens');
    const look = () => player.call(contract.getQuest, { params: { id } });
    await Promise.all([look(), look(), look()]);
    await ann.call(contract.getQuest, { params: { id } });
    const service = quests.app.app.service(questsModuleRef);
    await service.views.settled();
    const views = await quests.app.test.database.rows(
      sql`SELECT user_id FROM analytics.raw_event WHERE name = 'quests.viewed' AND subject_id = ${id} AND user_id IS NOT NULL`,
    );
    expect(views).toEqual([{ user_id: player.id }]);
  });

  it('makes a quest popular', async () => {
    const { refreshPopularity, views } = quests.app.app.service(questsModuleRef);
    for (const look of [moderator, nobody])
      await look(contract.getQuest, { params: { id: idOf('gardens') } });
    await views.settled();
    expect(await refreshPopularity()).toBeGreaterThan(0);
    expect((await names())[0]).toBe('gardens');
    expect(await refreshPopularity()).toBeLessThan(3);
  });
});

describe("a person's own look at a quest", () => {
  it('needs a person', async () => {
    const params = { id: idOf('clock') };
    expect((await nobody(contract.getMyQuest, { params })).status).toBe(401);
    expect((await nobody(contract.getMyQuestV1, { params })).status).toBe(401);
  });

  it('says what they may do', async () => {
    const mine = async (call: TestClient, name: Name) =>
      (await call(contract.getMyQuest, { params: { id: idOf(name) } })).reply();
    expect(await mine(player.call, 'clock')).toMatchObject({
      quest: { id: idOf('clock') },
      is_author: false,
      playable: false,
      favourite: false,
      order_id: null,
      active_session_id: null,
      finished_session_id: null,
      review_id: null,
    });
    expect((await mine(player.call, 'gardens')).playable).toBe(true);
    expect(await mine(ann.call, 'clock')).toMatchObject({ is_author: true, playable: true });
    await player.call(contract.addFavourite, { params: { quest_id: idOf('clock') } });
    expect((await mine(player.call, 'clock')).favourite).toBe(true);
    const old = await player.call(contract.getMyQuestV1, { params: { id: idOf('clock') } });
    expect(old.headers['deprecation']).toBeDefined();
  });

  it("hides another person's draft", async () => {
    const { id } = await readyDraft(ann.call);
    expect((await player.call(contract.getMyQuest, { params: { id } })).status).toBe(404);
    expect((await ann.call(contract.getMyQuest, { params: { id } })).reply().quest.state).toBe('draft');
  });
});

describe('the map', () => {
  it('shows where the quests of a view begin', async () => {
    const view = { south: 55, west: 37, north: 56, east: 38 };
    const { items } = (await nobody(contract.questsOnMap, { query: view })).reply();
    expect(items).toEqual([
      {
        id: idOf('wall'),
        title: 'Красная стена',
        price: rubles(30_000),
        start: { lat: 55.7539, lng: 37.6208 },
      },
    ]);
    expect((await nobody(contract.questsOnMap, { query: { ...view, south: 100 } })).status).toBe(422);
  });
});

describe('recommendations', () => {
  it('name quests with a reason, for a visitor too', async () => {
    const { items } = (
      await nobody(contract.recommendedQuests, { query: { city: 'moscow', limit: 5 } })
    ).reply();
    expect(items.length).toBeGreaterThan(0);
    for (const { because, quest } of items) {
      expect(because.length).toBeGreaterThan(0);
      expect(quest.state).toBe('published');
    }
    const similar = (await nobody(contract.similarQuests, { params: { id: idOf('clock') } })).reply();
    expect(similar.items.map(({ quest }) => quest.id)).not.toContain(idOf('clock'));
    expect((await nobody(contract.similarQuests, { params: { id: newId() } })).status).toBe(404);
    expect((await nobody(contract.recommendedQuests, { query: { limit: 0 } })).status).toBe(422);
  });

  it('never name what was archived', async () => {
    const id = await publishedQuest(ann.call, moderator, { title: 'Short life', points: shortWalk() });
    await ann.call(contract.archiveQuest, { params: { id } });
    const { items } = (await nobody(contract.recommendedQuests, { query: { limit: 30 } })).reply();
    expect(items.map(({ quest }) => quest.id)).not.toContain(id);
  });
});

describe('two processes', () => {
  it('forget together', async () => {
    const id = await publishedQuest(ann.call, moderator, { title: 'Seen next door' });
    expect(await names({ sort: 'new', limit: 50 })).toHaveLength(4);
    await nobody(contract.getQuest, { params: { id } });
    // What another process does: the change, and the news of it.
    await quests.app.test.database.transaction(async (tx) => {
      await tx.run(sql`UPDATE quests.listing SET listed = false WHERE quest_id = ${id}`);
      await tx.run(
        sql`SELECT pg_notify('quests_cache', ${JSON.stringify({ keys: [`card:${id}`, `page:${id}`], tags: ['lists'] })})`,
      );
    });
    await vi.waitFor(
      async () => {
        expect((await nobody(contract.getQuest, { params: { id } })).status).toBe(404);
        expect(await names({ sort: 'new', limit: 50 })).toHaveLength(3);
      },
      { timeout: 10_000, interval: 20 },
    );
  });
});
