import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '#platform/server/database';
import { type TestDatabase, testDatabase } from '#platform/testing';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase([{ module: 'quests', directory: new URL('../db/migrations/', import.meta.url) }]);
});
afterAll(() => test.close());

it('seeds every dictionary, cities with their place and time zone', async () => {
  const kinds = await test.database.rows<{ kind: string; count: number }>(
    sql`SELECT kind, count(*) FROM quests.dictionary GROUP BY kind ORDER BY kind`,
  );
  expect(kinds.map(({ kind }) => kind)).toEqual(['activity', 'category', 'city', 'place', 'tool', 'vehicle']);
  const cities = await test.database.rows(
    sql`SELECT code FROM quests.dictionary WHERE kind = 'city' AND lat IS NOT NULL AND time_zone IS NOT NULL`,
  );
  expect(cities).toHaveLength(3);
});
