import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '#base/ids';
import { picture, published as uploaded } from '#capabilities/files/testing';
import { listNotifications } from '#capabilities/notifications/contract';
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
import { sql } from '#platform/server/database';
import type { TestClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import {
  decideQuest,
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
let player: TestClient;

beforeAll(async () => {
  quests = await startQuests({ modules });
  ann = await quests.person('ann', ['author']);
  moderator = (await quests.person('moderator', ['moderator'])).call;
  player = (await quests.person('player')).call;
});

afterAll(() => quests.close());

const room = () => quests.app.app.service(questsModuleRef);
const statusFor = async (call: TestClient, id: string) =>
  (await call(contract.getQuest, { params: { id } })).status;
const draftOf = async (id: string) => (await ann.call(contract.getDraft, { params: { id } })).reply();
const submit = (id: string) => ann.call(contract.submitQuest, { params: { id } });

async function listedIds(): Promise<readonly string[]> {
  const { items } = (await quests.nobody(contract.listQuests, { query: { limit: 100 } })).reply();
  return items.map(({ id }) => id);
}

describe('a submitted quest', () => {
  it('waits for a moderator, cannot be changed meanwhile, and is published as it was submitted', async () => {
    const { id } = await readyDraft(ann.call, { title: 'The clockmaker' });
    expect((await submit(id)).reply().state).toBe('in_review');
    const again = await submit(id);
    expect([again.status, again.problem().code]).toEqual([409, 'quests.in_review']);
    for (const answer of [
      await ann.call(contract.updateQuest, { params: { id }, body: { title: 'Another' } }),
      await ann.call(contract.saveRoute, { params: { id }, body: { points: [] } }),
    ])
      expect([answer.status, answer.problem().code]).toEqual([409, 'quests.in_review']);
    expect(await statusFor(player, id)).toBe(404);
    expect(await listedIds()).not.toContain(id);

    await decideQuest(moderator, id, 'approve');
    expect(await draftOf(id)).toMatchObject({ state: 'published', published_version: 1, changed: false });
    const detail = (await quests.nobody(contract.getQuest, { params: { id } })).reply();
    expect(detail).toMatchObject({
      title: 'The clockmaker',
      state: 'published',
      version: 1,
      point_count: 3,
      author: { id: ann.id, name: 'ann' },
      city: { code: 'saint-petersburg', name: { ru: 'Санкт-Петербург' } },
      rating: { average: null, count: 0 },
    });
    expect(detail.cover?.url).toBeTruthy();
    expect(await listedIds()).toContain(id);
    const version = await room().catalogue.version(quests.app.test.database, id, 1);
    expect(version?.points).toHaveLength(3);
  });

  it('tells its author what became of it', async () => {
    const id = await publishedQuest(ann.call, moderator, { title: 'News for Ann' });
    await vi.waitFor(
      async () => {
        const { items } = (await ann.call(listNotifications)).reply();
        const notice = items.find(({ path }) => path === `/app/quests/${id}`);
        expect(notice?.kind).toBe('quests.quest_published');
        expect(notice?.body).toContain('News for Ann');
      },
      { timeout: 20_000, interval: 100 },
    );
  });

  it('goes back to its author with the reason, and can be submitted again', async () => {
    const { id } = await readyDraft(ann.call);
    await submit(id);
    await decideQuest(moderator, id, 'reject');
    expect(await draftOf(id)).toMatchObject({
      state: 'draft',
      published_version: null,
      rejection: { reason_code: expect.any(String), note: 'The bridge is closed.' },
    });
    expect(await statusFor(player, id)).toBe(404);
    const { items } = (await ann.call(contract.listMyQuests)).reply();
    expect(items.find((quest) => quest.id === id)).toMatchObject({
      published_version: null,
      changed: true,
      rejection: { note: 'The bridge is closed.' },
    });
    expect((await submit(id)).reply().rejection).toBe(null);
  });

  it('can be taken back', async () => {
    const { id } = await readyDraft(ann.call);
    await submit(id);
    expect((await ann.call(contract.withdrawQuest, { params: { id } })).reply().state).toBe('draft');
    const again = await ann.call(contract.withdrawQuest, { params: { id } });
    expect([again.status, again.problem().code]).toEqual([409, 'quests.not_in_review']);
    await expect(decideQuest(moderator, id, 'approve')).rejects.toThrow();
  });

  it('is submitted once however often the request is repeated', async () => {
    const { id } = await readyDraft(ann.call);
    const headers = { 'idempotency-key': newId() };
    const first = await ann.call(contract.submitQuest, { params: { id }, headers });
    const again = await ann.call(contract.submitQuest, { params: { id }, headers });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.reply()).toEqual(first.reply());
  });
});

describe('a published quest', () => {
  it('stays as it is for players until its changes are published', async () => {
    const id = await publishedQuest(ann.call, moderator, { title: 'Old title' });
    const change = { title: 'New title', difficulty: 5 };
    const saved = await ann.call(contract.updateQuest, { params: { id }, body: change });
    expect(saved.reply()).toMatchObject({ state: 'published', changed: true });
    await ann.call(contract.saveRoute, { params: { id }, body: { points: shortWalk().toReversed() } });
    const seen = async () => (await player(contract.getQuest, { params: { id } })).reply();
    expect((await seen()).title).toBe('Old title');

    await submit(id);
    expect(await seen()).toMatchObject({ title: 'Old title', state: 'published' });
    expect(await room().catalogue.brief(quests.app.test.database, id)).toMatchObject({
      title: 'Old title',
      state: 'published',
    });
    await decideQuest(moderator, id, 'reject');
    expect(await draftOf(id)).toMatchObject({ state: 'published', changed: true, title: 'New title' });
    expect((await seen()).title).toBe('Old title');

    await submit(id);
    await decideQuest(moderator, id, 'approve');
    expect(await seen()).toMatchObject({ title: 'New title', difficulty: 5, version: 2 });
    const first = await room().catalogue.version(quests.app.test.database, id, 1);
    expect([first?.title, first?.points[0]?.title]).toEqual(['Old title', 'The square']);
  });

  it('leaves every list the moment it is archived, and comes back as it was', async () => {
    const id = await publishedQuest(ann.call, moderator, { title: 'Vanishing island' });
    const find = async () =>
      (await quests.nobody(contract.listQuests, { query: { q: 'vanishing island' } })).reply().items;
    const box = { south: 59, west: 30, north: 60, east: 31 };
    const pins = async () => (await quests.nobody(contract.questsOnMap, { query: box })).reply().items;
    // Fills the caches.
    expect(await listedIds()).toContain(id);
    expect(await find()).toMatchObject([{ id }]);
    expect((await pins()).map((pin) => pin.id)).toContain(id);
    expect(await statusFor(player, id)).toBe(200);

    expect((await ann.call(contract.archiveQuest, { params: { id } })).reply().state).toBe('archived');
    expect(await listedIds()).not.toContain(id);
    expect(await find()).toEqual([]);
    expect((await pins()).map((pin) => pin.id)).not.toContain(id);
    expect(await statusFor(player, id)).toBe(404);
    expect(await statusFor(ann.call, id)).toBe(200);
    expect((await ann.call(contract.archiveQuest, { params: { id } })).reply().state).toBe('archived');

    expect((await ann.call(contract.restoreQuest, { params: { id } })).reply().state).toBe('published');
    expect(await listedIds()).toContain(id);
    expect(await find()).toMatchObject([{ id }]);
    const again = await ann.call(contract.restoreQuest, { params: { id } });
    expect([again.status, again.problem().code]).toEqual([409, 'quests.not_archived']);
  });

  it('leaves the review when it is archived', async () => {
    const { id } = await readyDraft(ann.call);
    await submit(id);
    expect((await ann.call(contract.archiveQuest, { params: { id } })).reply().state).toBe('archived');
    await expect(decideQuest(moderator, id, 'approve')).rejects.toThrow();
    expect((await ann.call(contract.restoreQuest, { params: { id } })).reply().state).toBe('draft');
  });

  it('counts stars, ratings and walks, and shows them at once', async () => {
    const id = await publishedQuest(ann.call, moderator);
    expect(await statusFor(player, id)).toBe(200);
    const { database } = quests.app.app;
    await Promise.all(
      [5, 4, 4].map((stars) =>
        database.transaction((tx) => room().catalogue.count(tx, id, { stars, ratings: 1, finished: 1 })),
      ),
    );
    const detail = (await player(contract.getQuest, { params: { id } })).reply();
    expect(detail).toMatchObject({ rating: { average: 4.3, count: 3 }, finished_count: 3 });
  });

  it('keeps the pictures that its versions show', async () => {
    const id = await publishedQuest(ann.call, moderator);
    const before = (await draftOf(id)).cover_file_id ?? '';
    const cover = await uploaded(ann.call, await picture('png', { seed: 77 }), { purpose: 'quests.cover' });
    await ann.call(contract.updateQuest, { params: { id }, body: { cover_file_id: cover.id } });
    const third = await uploaded(ann.call, await picture('png', { seed: 78 }), { purpose: 'quests.cover' });
    await ann.call(contract.updateQuest, { params: { id }, body: { cover_file_id: third.id } });
    const uses = await quests.app.test.database.rows<{ file_id: string }>(
      sql`SELECT file_id FROM files.used_by WHERE subject_id = ${id}`,
    );
    expect(uses.map((use) => use.file_id).sort()).toEqual([before, third.id].sort());
  });
});

describe('a test walk', () => {
  it('is frozen once for the same content', async () => {
    const { id } = await readyDraft(ann.call);
    const { database } = quests.app.app;
    const freeze = () => database.transaction((tx) => room().catalogue.freezeDraft(tx, id));
    const first = await freeze();
    expect(first.version).toBeLessThan(0);
    expect((await freeze()).version).toBe(first.version);
    await ann.call(contract.updateQuest, { params: { id }, body: { title: 'Changed' } });
    expect((await freeze()).version).not.toBe(first.version);
    expect(await room().catalogue.version(database, id, first.version)).toEqual(first);
  });
});

describe('an author who goes', () => {
  it('takes unpublished quests along; published ones leave the catalogue but stay for those who have them', async () => {
    const gone = await quests.person('gone', ['author']);
    const published = await publishedQuest(gone.call, moderator, { title: 'Left behind' });
    const { id: draft } = await readyDraft(gone.call);
    const { database } = quests.app.app;
    const exported = await room().authorData.export(gone.id);
    expect(JSON.stringify(exported)).toContain('Left behind');
    await database.transaction((tx) => room().authorData.erase(tx, gone.id));
    await database.transaction((tx) => room().authorData.erase(tx, gone.id));
    expect(await listedIds()).not.toContain(published);
    expect(await room().catalogue.brief(database, draft)).toBe(undefined);
    expect(await room().catalogue.brief(database, published)).toMatchObject({ state: 'archived' });
  });
});
