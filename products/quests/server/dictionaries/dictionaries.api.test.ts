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
import { publishedQuest, type QuestsApp, startQuests } from '../../testing/index.ts';

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
let editor: TestClient;
let author: TestClient;

beforeAll(async () => {
  quests = await startQuests({ modules });
  editor = (await quests.person('editor', ['moderator'])).call;
  author = (await quests.person('author', ['author'])).call;
});

afterAll(() => quests.close());

const kind = 'category';
const params = { kind } as const;
const name = { ru: 'Космос', en: 'Space' };
const codes = async (inactive = false) =>
  (await quests.nobody(contract.listDictionary, { params, query: { inactive } }))
    .reply()
    .items.map(({ code }) => code);

describe('dictionaries', () => {
  it('are there from the first start, in their order, for everybody', async () => {
    for (const each of contract.dictionaryKinds) {
      const { items } = (await quests.nobody(contract.listDictionary, { params: { kind: each } })).reply();
      expect(items.length).toBeGreaterThan(2);
      expect(items.map(({ position }) => position)).toEqual(
        items.map(({ position }) => position).toSorted((a, b) => a - b),
      );
    }
    const cities = await quests.nobody(contract.listDictionary, { params: { kind: 'city' } });
    expect(cities.reply().items[0]).toMatchObject({
      code: 'saint-petersburg',
      name: { ru: 'Санкт-Петербург', en: 'Saint Petersburg' },
      time_zone: 'Europe/Moscow',
      place: { lat: expect.any(Number), lng: expect.any(Number) },
    });
    const bad = await quests.nobody(contract.listDictionary, { params: { kind: 'planet' } });
    expect(bad.status).toBe(422);
  });

  it('are changed by editors, and the change is seen at once', async () => {
    const made = await editor(contract.createDictionaryEntry, { params, body: { code: 'space', name } });
    expect(made.status).toBe(201);
    const { id } = made.reply();
    expect(await codes()).toContain('space');
    const twice = await editor(contract.createDictionaryEntry, { params, body: { code: 'space', name } });
    expect([twice.status, twice.problem().code]).toEqual([409, 'quests.code_taken']);
    const changed = await editor(contract.updateDictionaryEntry, {
      params: { kind, id },
      body: { active: false, name: { ru: 'Вселенная', en: 'Universe' } },
    });
    expect(changed.reply()).toMatchObject({ code: 'space', active: false, name: { en: 'Universe' } });
    expect(await codes()).not.toContain('space');
    expect(await codes(true)).toContain('space');
    const begun = { title: 'A walk', city: 'moscow', category: 'space' };
    const refused = await author(contract.createQuest, { body: begun });
    expect(refused.problem().code).toBe('quests.entry_unknown');
    expect((await editor(contract.deleteDictionaryEntry, { params: { kind, id } })).status).toBe(204);
    expect((await editor(contract.deleteDictionaryEntry, { params: { kind, id } })).status).toBe(404);
    expect(await codes(true)).not.toContain('space');
  });

  it('are not for others to change', async () => {
    const id = newId();
    const calls = (client: TestClient) => [
      client(contract.createDictionaryEntry, { params, body: { code: 'space', name } }),
      client(contract.updateDictionaryEntry, { params: { kind, id }, body: { active: false } }),
      client(contract.deleteDictionaryEntry, { params: { kind, id } }),
    ];
    const statuses = async (client: TestClient) =>
      (await Promise.all(calls(client))).map(({ status }) => status);
    expect(await statuses(quests.nobody)).toEqual([401, 401, 401]);
    expect(await statuses(author)).toEqual([403, 403, 403]);
    expect((await statuses(editor)).slice(1)).toEqual([404, 404]);
  });

  it.each([
    ['code', { code: 'Space!', name }, '/body/code'],
    ['name', { code: 'x', name: { ru: 'Икс', en: ' ' } }, '/body/name/en'],
    ['position', { code: 'x', name, position: -1 }, '/body/position'],
    ['place', { code: 'x', name, place: { lat: 91, lng: 0 } }, '/body/place'],
    ['place of something that is no city', { code: 'x', name, place: { lat: 1, lng: 1 } }, '/body/place'],
  ])('refuse a bad %s', async (_field, body, pointer) => {
    const answer = await editor(contract.createDictionaryEntry, { params, body });
    expect(answer.status).toBe(422);
    expect(
      answer
        .problem()
        .errors?.map((error) => error.pointer)
        .join(),
    ).toContain(pointer);
  });

  it('refuse a time zone that does not exist', async () => {
    const answer = await editor(contract.createDictionaryEntry, {
      params: { kind: 'city' },
      body: { code: 'atlantis', name, time_zone: 'Ocean/Atlantis' },
    });
    expect([answer.status, answer.problem().code]).toEqual([422, 'quests.time_zone_unknown']);
  });

  it('keep what a quest carries, and say how many do', async () => {
    const id = await publishedQuest(author, editor, { category: 'mystics' });
    const find = async () => {
      const { items } = (await quests.nobody(contract.listDictionary, { params })).reply();
      return items.find(({ code }) => code === 'mystics');
    };
    const entry = await find();
    expect(entry?.quest_count).toBe(1);
    const held = await editor(contract.deleteDictionaryEntry, { params: { kind, id: entry?.id ?? '' } });
    expect([held.status, held.problem().code]).toEqual([409, 'quests.entry_in_use']);
    // Words change on the pages that were shown before.
    expect((await quests.nobody(contract.getQuest, { params: { id } })).reply().category.name.en).toBe(
      'Mystics',
    );
    await editor(contract.updateDictionaryEntry, {
      params: { kind, id: entry?.id ?? '' },
      body: { name: { ru: 'Тайное', en: 'Occult' }, active: false },
    });
    expect((await quests.nobody(contract.getQuest, { params: { id } })).reply().category.name.en).toBe(
      'Occult',
    );
    const saved = await author(contract.updateQuest, { params: { id }, body: { summary: 'Still mystics' } });
    expect(saved.status).toBe(200);
    await author(contract.archiveQuest, { params: { id } });
    expect(await find()).toBe(undefined);
  });
});
