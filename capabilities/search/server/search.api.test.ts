import { afterAll, beforeAll, expect, it } from 'vitest';
import { searchModule } from '#modules/capabilities/search';
import { startTestApp, type TestApp } from '#platform/testing';
import { searchRef } from './index.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ modules: [searchModule] });
});
afterAll(() => test.close());

it('finds at once, and completes when its job has run', async () => {
  const search = test.app.service(searchRef);
  const { database } = test.app;
  await database.transaction((tx) => search.put(tx, 'quests', [{ id: 'a', title: 'Старая крепость' }]));
  const found = await search.query(database, { collection: 'quests', text: 'крепости', limit: 1 });
  expect(found).toMatchObject({ total: 1, hits: [{ id: 'a', excerpt: null }] });
  await expect
    .poll(() => search.suggest(database, 'quests', 'креп', 5), { timeout: 20_000 })
    .toEqual(['крепость']);
});
