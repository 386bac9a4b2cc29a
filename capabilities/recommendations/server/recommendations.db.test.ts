import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { sql, type Tx } from '#platform/server/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { commands } from './commands/index.ts';
import { createRecommendations, type RecommendationsEngine } from './engine.ts';
import { generateRatings } from './evaluation/generated-ratings.fixture.ts';
import type { RecommendableItem } from './index.ts';
import { itemKnnWeights } from './models/item-knn.rules.ts';
import { matrixOf } from './models/rating-matrix.ts';

const now = new Date('2026-05-20T12:00:00Z');
const collection = 'quests';
let test: TestDatabase;
let engine: RecommendationsEngine;
let config = {
  RECOMMENDATIONS_EASE_LAMBDA: 1,
  RECOMMENDATIONS_EASE_MAX_ITEMS: 100,
  RECOMMENDATIONS_SHRINKAGE: 2,
};

function engineWith(changes: Partial<typeof config> = {}): RecommendationsEngine {
  config = { ...config, ...changes };
  return createRecommendations({
    database: test.database,
    clock: () => now,
    jobs: { send: () => Promise.resolve('sent') },
    config,
  });
}

const inTx = <Result>(work: (tx: Tx) => Promise<Result>) => test.database.transaction(work);
const like = (userId: string, itemId: string, weight = 1) =>
  inTx((tx) => engine.record(tx, { collection, userId, itemId, weight, at: now }));
const put = (id: string, changes: Partial<RecommendableItem> = {}) =>
  inTx((tx) =>
    engine.put(tx, collection, {
      id,
      city: 'riga',
      category: 'history',
      position: { lat: 56.95, lng: 24.1 },
      publishedAt: now,
      ratingSum: 0,
      ratingCount: 0,
      popularity: 0,
      available: true,
      ...changes,
    }),
  );
const recommended = async (userId: string | null, more = {}) =>
  engine.recommend(test.database, { collection, userId, limit: 10, ...more });

/** Two groups of taste: a, b, c and x, y, z. */
async function twoTastes(): Promise<void> {
  for (const group of [
    ['a', 'b', 'c'],
    ['x', 'y', 'z'],
  ]) {
    for (const item of group) await put(item);
    for (let person = 0; person < 6; person += 1) {
      const id = newId();
      for (const item of group) await like(id, item);
    }
  }
}

beforeAll(async () => {
  test = await testDatabase([
    { module: 'recommendations', directory: new URL('./db/migrations/', import.meta.url) },
  ]);
});
beforeEach(async () => {
  for (const table of [sql`interaction`, sql`item`])
    await test.database.run(sql`TRUNCATE recommendations.${table}`);
  await test.database.run(sql`DELETE FROM recommendations.model`);
  engine = engineWith({ RECOMMENDATIONS_EASE_MAX_ITEMS: 100 });
});
afterAll(() => test.close());

describe('models', () => {
  it.each([100, 0])('find what goes with what a person liked (EASE up to %i items)', async (most) => {
    engine = engineWith({ RECOMMENDATIONS_EASE_MAX_ITEMS: most });
    await twoTastes();
    const ann = newId();
    await like(ann, 'a');
    await engine.builds.rebuild(collection);
    const [first, second, third] = await recommended(ann);
    expect([first?.itemId, second?.itemId]).toEqual(['b', 'c']);
    expect(first?.because[0]).toEqual({ kind: 'similar_to', itemId: 'a' });
    expect(third?.because).not.toContainEqual(expect.objectContaining({ kind: 'similar_to' }));
    expect(await recommended(ann)).toEqual(await recommended(ann));
    const alike = await engine.similar(test.database, collection, 'x', 2);
    expect(alike.map(({ itemId }) => itemId)).toEqual(['y', 'z']);
    expect(alike[0]?.because[0]).toEqual({ kind: 'similar_to', itemId: 'x' });
  });

  it('in SQL are those of the rules', async () => {
    const ratings = generateRatings(25, 12, 5, 4);
    const people = new Map(ratings.map(({ user }) => [user, newId()]));
    for (const { user, item } of ratings) await like(people.get(user) ?? '', item);
    engine = engineWith({ RECOMMENDATIONS_EASE_MAX_ITEMS: 0 });
    await engine.builds.rebuild(collection);
    const items = [...new Set(ratings.map(({ item }) => item))].sort();
    const rows = [...Map.groupBy(ratings, ({ user }) => user).values()].map((own) =>
      own.map(({ item }) => [items.indexOf(item), 1] as const),
    );
    const expected = itemKnnWeights(matrixOf(rows, items.length), 2);
    const stored = await test.database.rows<{ item_id: string; other_ids: string[]; weights: number[] }>(
      sql`SELECT item_id, other_ids, weights FROM recommendations.model_row`,
    );
    expect(stored.length).toBe(items.length);
    for (const { item_id, other_ids, weights } of stored) {
      const row = items.indexOf(item_id) * items.length;
      expect(other_ids.length).toBe(
        [...expected.subarray(row, row + items.length)].filter((weight) => weight > 0).length,
      );
      other_ids.forEach((other, at) => {
        expect(weights[at]).toBeCloseTo(expected[row + items.indexOf(other)] ?? -1, 12);
      });
    }
  });

  it('are replaced whole; the old ones answer until then and after a failure', async () => {
    await twoTastes();
    const ann = newId();
    await like(ann, 'a');
    await engine.builds.rebuild(collection);
    const before = await recommended(ann);
    const broken = engineWith({ RECOMMENDATIONS_EASE_LAMBDA: -1_000 });
    await expect(broken.builds.rebuild(collection)).rejects.toThrow();
    engine = engineWith({ RECOMMENDATIONS_EASE_LAMBDA: 1 });
    expect(await recommended(ann)).toEqual(before);
    const states = (await engine.builds.models()).map(({ kind, state, current }) => [kind, state, current]);
    expect(states).toEqual([
      ['ease', 'failed', false],
      ['ease', 'ready', true],
      ['item_knn', 'ready', true],
    ]);
    await Promise.all([engine.builds.rebuild(collection), engine.builds.rebuild(collection)]);
    const current = await test.database.rows(sql`SELECT kind FROM recommendations.model WHERE current`);
    expect(current).toHaveLength(2);
    expect(await test.database.rows(sql`SELECT 1 FROM recommendations.model WHERE state = 'failed'`)).toEqual(
      [],
    );
  });

  it('of nothing are no fault', async () => {
    await engine.builds.rebuild('empty');
    expect(await engine.builds.collections()).toEqual([]);
    expect(await engine.recommend(test.database, { collection: 'empty', userId: newId(), limit: 5 })).toEqual(
      [],
    );
  });
});

describe('answers', () => {
  it('never hold what is unavailable, removed, excluded or liked already', async () => {
    await twoTastes();
    const ann = newId();
    await like(ann, 'a');
    await engine.builds.rebuild(collection);
    await put('b', { available: false });
    await inTx((tx) => engine.remove(tx, collection, ['z']));
    const ids = (await recommended(ann, { exclude: ['y'] })).map(({ itemId }) => itemId);
    expect(ids.toSorted()).toEqual(['c', 'x']);
    expect(
      (await engine.similar(test.database, collection, 'a', 10)).map(({ itemId }) => itemId),
    ).not.toContain('b');
  });

  it('know new items and new likes at once', async () => {
    await twoTastes();
    await engine.builds.rebuild(collection);
    const ann = newId();
    await put('fresh', { publishedAt: now });
    expect((await recommended(ann)).map(({ itemId }) => itemId)).toContain('fresh');
    await like(ann, 'x');
    expect((await recommended(ann))[0]).toMatchObject({ itemId: 'y' });
    await like(ann, 'y');
    expect((await recommended(ann))[0]).toMatchObject({ itemId: 'z' });
  });

  it('of people nobody knows are popular and near', async () => {
    await put('here', { popularity: 5, publishedAt: new Date('2024-01-01') });
    await put('there', {
      popularity: 50,
      city: 'moscow',
      position: { lat: 55.75, lng: 37.61 },
      publishedAt: new Date('2024-01-01'),
    });
    const near = { lat: 56.951, lng: 24.1 };
    const [first] = await recommended(null, { near });
    expect(first).toMatchObject({
      itemId: 'here',
      because: [{ kind: 'popular_in_city' }, { kind: 'near', metres: 111 }],
    });
    expect((await recommended(null, { city: 'moscow' }))[0]).toMatchObject({ itemId: 'there' });
  });
});

describe('likes', () => {
  it('count at their strongest, go out and go away', async () => {
    const ann = newId();
    await like(ann, 'a', 0.9);
    await like(ann, 'a', 0.2);
    expect(await engine.personalData.export(ann)).toMatchObject({
      interactions: [{ item_id: 'a', weight: 0.9 }],
    });
    await expect(like(ann, 'a', 1.1)).rejects.toThrow();
    await inTx((tx) => engine.personalData.erase(tx, ann));
    await inTx((tx) => engine.personalData.erase(tx, ann));
    expect(await engine.personalData.export(ann)).toEqual({ interactions: [] });
  });
});

describe('recommendations evaluate', () => {
  const evaluate = commands[0];
  const run = async (args: readonly string[], options: Record<string, string | boolean> = {}) => {
    const lines: string[] = [];
    const platform = undefined as never;
    await evaluate?.run({ args, options, print: (line) => lines.push(line), service: engine, platform });
    return lines;
  };

  it('prints a table, or JSON', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'quintet-ratings-'));
    try {
      const file = join(directory, 'u.data');
      const ratings = generateRatings(60, 50, 12, 5);
      await writeFile(file, ratings.map(({ user, item }) => `${user}\t${item}\t5\t0`).join('\n'));
      const lines = await run([file], { maxItems: '40' });
      expect(lines[0]).toMatch(/^\d+ ratings of 40 items by 60 people/);
      expect(lines[2]).toMatch(/^model\s+P@10\s+R@10\s+nDCG@10\s+MAP\s+HR\s+coverage\s+build ms$/);
      expect(lines.slice(3).map((line) => line.split(/\s{2,}/)[0])).toEqual([
        'popularity',
        'item-kNN cosine',
        'EASE',
      ]);
      const [json = ''] = await run([file], { json: true, seed: '1' });
      expect(JSON.parse(json).reports).toHaveLength(3);
      await expect(run([file], { lambda: '0' })).rejects.toMatchObject({ code: 'recommendations.invalid' });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });

  it('says what is wrong with the file', async () => {
    await expect(run([])).rejects.toMatchObject({ code: 'recommendations.no_file' });
    await expect(run(['/nowhere'])).rejects.toMatchObject({ code: 'recommendations.not_a_ratings_file' });
  });
});
