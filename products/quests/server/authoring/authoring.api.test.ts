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
import type { TestClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { pointAt, type QuestsApp, readyDraft, shortWalk, startQuests } from '../../testing/index.ts';

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
let ann: TestClient;
let bob: TestClient;
let user: TestClient;
let editor: TestClient;

const begun = { title: 'A walk', city: 'saint-petersburg', category: 'history' };

beforeAll(async () => {
  quests = await startQuests({ modules });
  ann = (await quests.person('ann', ['author'])).call;
  bob = (await quests.person('bob', ['author'])).call;
  user = (await quests.person('user')).call;
  editor = (await quests.person('editor', ['moderator'])).call;
});

afterAll(() => quests.close());

async function draft(): Promise<contract.QuestDraft> {
  return (await ann(contract.createQuest, { body: begun })).reply();
}

describe('beginning a quest', () => {
  it('needs title, city and category only', async () => {
    const answer = await ann(contract.createQuest, { body: begun });
    expect(answer.status).toBe(201);
    expect(answer.reply()).toMatchObject({
      ...begun,
      state: 'draft',
      revision: 0,
      points: [],
      vehicle: 'walk',
      published_version: null,
      changed: true,
      rejection: null,
    });
  });

  it('is for people who may write', async () => {
    expect((await quests.nobody(contract.createQuest, { body: begun })).status).toBe(401);
    expect((await user(contract.createQuest, { body: begun })).status).toBe(403);
  });

  it('answers a repeated request with the same quest', async () => {
    const headers = { 'idempotency-key': newId() };
    const first = await ann(contract.createQuest, { body: begun, headers });
    const again = await ann(contract.createQuest, { body: begun, headers });
    expect(again.reply().id).toBe(first.reply().id);
  });

  it.each([
    ['title', { title: '' }, '/body/title'],
    ['difficulty', { difficulty: 6 }, '/body/difficulty'],
    ['price', { price: { amount: -1, currency: 'RUB' } }, '/body/price'],
    ['languages', { languages: [] }, '/body/languages'],
    ['duration', { duration_minutes: 1 }, '/body/duration_minutes'],
    ['order', { order_mode: 'zigzag' }, '/body/order_mode'],
    ['unknown city', { city: 'atlantis' }, '/body/city'],
    ['unknown activity', { activities: ['riddles', 'flying'] }, '/body/activities/1'],
  ])('refuses a bad %s', async (_field, change, pointer) => {
    const answer = await ann(contract.createQuest, { body: { ...begun, ...change } });
    expect(answer.status).toBe(422);
    expect(
      answer
        .problem()
        .errors?.map((error) => error.pointer)
        .join(),
    ).toContain(pointer);
  });

  it('refuses a cover that is not there', async () => {
    const answer = await ann(contract.createQuest, { body: { ...begun, cover_file_id: newId() } });
    expect(answer.problem().code).toBe('files.not_found');
  });

  it('serves the old path, saying what replaces it', async () => {
    const answer = await ann(contract.createQuestV1, { body: begun });
    expect(answer.status).toBe(201);
    expect(answer.headers['deprecation']).toBeDefined();
    expect(answer.headers['link']).toContain('/v2/quests');
  });
});

describe('a draft', () => {
  it('is seen by its author and by editors, as if it did not exist by others', async () => {
    const { id } = await draft();
    expect((await ann(contract.getDraft, { params: { id } })).status).toBe(200);
    expect((await editor(contract.getDraft, { params: { id } })).status).toBe(200);
    for (const route of [
      contract.getDraft,
      contract.checkReadiness,
      contract.submitQuest,
      contract.withdrawQuest,
      contract.archiveQuest,
      contract.restoreQuest,
    ]) {
      const answer = await bob(route, { params: { id } });
      expect([answer.status, answer.problem().code]).toEqual([404, 'quests.quest_not_found']);
      expect((await user(route, { params: { id } })).status).toBe(403);
      expect((await quests.nobody(route, { params: { id } })).status).toBe(401);
    }
    expect((await bob(contract.updateQuest, { params: { id }, body: { title: 'Mine' } })).status).toBe(404);
    expect((await bob(contract.saveRoute, { params: { id }, body: { points: [] } })).status).toBe(404);
    expect((await quests.nobody(contract.getQuest, { params: { id } })).status).toBe(404);
    expect((await bob(contract.getQuest, { params: { id } })).status).toBe(404);
    expect((await ann(contract.getQuest, { params: { id } })).reply().state).toBe('draft');
  });

  it('changes field by field, each save with its revision', async () => {
    const { id } = await draft();
    const one = await ann(contract.updateQuest, { params: { id }, body: { title: 'One', revision: 0 } });
    expect(one.reply()).toMatchObject({ title: 'One', city: 'saint-petersburg', revision: 1 });
    const same = await ann(contract.updateQuest, { params: { id }, body: { title: 'One' } });
    expect(same.reply().revision).toBe(1);
    const v1 = await ann(contract.updateQuestV1, { params: { id }, body: { city: 'moscow' } });
    expect(v1.reply()).toMatchObject({ title: 'One', city: 'moscow', revision: 2 });
    expect(v1.headers['deprecation']).toBeDefined();
  });

  it('lets one of two editors win who started from the same revision', async () => {
    const { id } = await draft();
    const saves = await Promise.all(
      [ann, editor, ann, editor].map((call, index) =>
        call(contract.updateQuest, { params: { id }, body: { summary: `Version ${index}`, revision: 0 } }),
      ),
    );
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const lost = saves.find(({ status }) => status === 409)?.problem();
    expect(lost).toMatchObject({ code: 'quests.revision_stale', revision: 1 });
    const won = saves.find(({ status }) => status === 200)?.reply();
    const { summary, revision } = (await ann(contract.getDraft, { params: { id } })).reply();
    expect({ summary, revision }).toEqual({ summary: won?.summary, revision: 1 });
  });

  it('measures its route', async () => {
    const { id } = await draft();
    const saved = await ann(contract.saveRoute, { params: { id }, body: { points: shortWalk() } });
    expect(saved.reply().length_metres).toBeGreaterThan(250);
    expect(saved.reply().length_metres).toBeLessThan(350);
    expect(saved.reply().points.map(({ title }) => title)).toEqual(['The square', 'The arch', 'The bridge']);
  });

  it.each([
    ['latitude', pointAt(91, 30), '/body/points/0/place_settings/lat'],
    ['title', pointAt(59, 30, { title: ' ' }), '/body/points/0/title'],
    ['score', pointAt(59, 30, { score: -1 }), '/body/points/0/score'],
    [
      'choice',
      pointAt(59, 30, {
        task: {
          kind: 'choice',
          question: 'Which?',
          options: [
            { id: 'a', text: 'A' },
            { id: 'b', text: 'B' },
          ],
          correct: ['c'],
          multiple: false,
        },
      }),
      '/body/points/0/task',
    ],
    [
      'hints',
      pointAt(59, 30, {
        hints: [
          { id: 'a', text: 'A', penalty: 1 },
          { id: 'a', text: 'B', penalty: 1 },
        ],
      }),
      '/body/points/0/hints',
    ],
  ])('refuses a point with a bad %s', async (_what, point, pointer) => {
    const { id } = await draft();
    const answer = await ann(contract.saveRoute, { params: { id }, body: { points: [point] } });
    expect(answer.status).toBe(422);
    expect(
      answer
        .problem()
        .errors?.map((error) => error.pointer)
        .join(),
    ).toContain(pointer);
  });

  it('says what is missing before it can be submitted', async () => {
    const { id } = await draft();
    const { ready, faults } = (await ann(contract.checkReadiness, { params: { id } })).reply();
    expect(ready).toBe(false);
    expect(faults.map(({ code }) => code)).toEqual([
      'summary_missing',
      'description_short',
      'cover_missing',
      'too_few_points',
    ]);
    const answer = await ann(contract.submitQuest, { params: { id } });
    expect([answer.status, answer.problem().code]).toEqual([409, 'quests.not_ready']);
    const whole = await readyDraft(ann);
    expect((await ann(contract.checkReadiness, { params: { id: whole.id } })).reply()).toEqual({
      ready: true,
      faults: [],
    });
  });
});

describe('lists of drafts', () => {
  it("show an author's own, last changed first, page by page", async () => {
    const carol = await quests.person('carol', ['author']);
    const titles = ['First', 'Second', 'Third'];
    for (const title of titles) await carol.call(contract.createQuest, { body: { ...begun, title } });
    const first = (await carol.call(contract.listMyQuests, { query: { limit: 2 } })).reply();
    expect(first.items.map(({ title }) => title)).toEqual(['Third', 'Second']);
    const rest = await carol.call(contract.listMyQuests, {
      query: { limit: 2, cursor: first.next_cursor ?? '' },
    });
    expect(rest.reply()).toMatchObject({ items: [{ title: 'First', state: 'draft' }], next_cursor: null });
    expect(
      (await carol.call(contract.listMyQuests, { query: { state: 'published' } })).reply().items,
    ).toEqual([]);
    expect((await user(contract.listMyQuests)).status).toBe(403);
    expect((await quests.nobody(contract.listMyQuests)).status).toBe(401);
    const bad = await carol.call(contract.listMyQuests, { query: { cursor: 'nonsense' } });
    expect([bad.status, bad.problem().code]).toEqual([422, 'quests.bad_cursor']);
  });

  it("show everybody's to editors", async () => {
    const dora = await quests.person('dora', ['author']);
    await dora.call(contract.createQuest, { body: { ...begun, title: 'Rooftops of Dora' } });
    const found = await editor(contract.listAllQuests, { query: { q: 'rooftops' } });
    expect(found.reply().items).toMatchObject([{ title: 'Rooftops of Dora', author: { id: dora.id } }]);
    const hers = await editor(contract.listAllQuests, { query: { author_id: dora.id, state: 'draft' } });
    expect(hers.reply().items).toHaveLength(1);
    expect((await dora.call(contract.listAllQuests)).status).toBe(403);
    expect((await quests.nobody(contract.listAllQuests)).status).toBe(401);
  });
});
