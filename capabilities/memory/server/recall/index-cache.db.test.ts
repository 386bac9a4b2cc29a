import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { testDatabase } from '#platform/testing';
import { type MemoryFixture, memoryFixture, memoryMigrations } from '../memory.fixture.ts';
import { createIndexCache } from './index-cache.ts';

let fixture: MemoryFixture;
beforeAll(async () => {
  fixture = memoryFixture(await testDatabase(memoryMigrations));
});
afterAll(() => fixture.close());

async function keyWith(count: number) {
  const key = { ownerId: newId(), agentId: 'default' };
  const words = Array.from({ length: count }, (_, at) => ({ content: `memory ${at} of the harbour` }));
  await fixture.engine.rememberMany(key, words);
  return key;
}

describe('index cache', () => {
  it('reads more than a page of one version, then only what changed', async () => {
    const { database } = fixture.db;
    const cache = createIndexCache({ database, maxBytes: 1e9, embeddingModel: () => '' });
    const key = await keyWith(4_500);
    const first = await cache.ready(key);
    expect(first?.index.size()).toBe(4_500);
    const { id } = await fixture.engine.remember(key, { content: 'a late one' });
    expect(first?.steady()).toBe(true);
    const second = await cache.ready(key);
    expect(second?.index).toBe(first?.index);
    expect(second?.index.has(id)).toBe(true);
    await fixture.engine.forget(key, id);
    expect((await cache.ready(key))?.index.has(id)).toBe(false);
    await fixture.engine.purge(key, id);
    const rebuilt = await cache.ready(key);
    expect(rebuilt?.index).not.toBe(first?.index);
    expect(rebuilt?.index.size()).toBe(4_500);
    expect(first?.steady()).toBe(false);
  });

  it('shares rounds among callers, each seeing what was committed before it asked', async () => {
    const cache = createIndexCache({
      database: fixture.db.database,
      maxBytes: 1e9,
      embeddingModel: () => '',
    });
    const key = await keyWith(1);
    await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const { id } = await fixture.engine.remember(key, { content: `caller ${at} speaks` });
        expect((await cache.ready(key))?.index.has(id)).toBe(true);
      }),
    );
  });

  it('lets go of what was used longest ago, and of spaces that are gone', async () => {
    const cache = createIndexCache({ database: fixture.db.database, maxBytes: 1, embeddingModel: () => '' });
    const [a, b] = [await keyWith(10), await keyWith(10)];
    await cache.ready(a);
    expect(cache.figures().spaces).toBe(1);
    await cache.ready(b);
    expect(cache.figures().spaces).toBe(1);
    await fixture.engine.erase(b.ownerId);
    expect(await cache.ready(b)).toBeUndefined();
    expect(cache.figures()).toEqual({ bytes: 0, spaces: 0 });
  });

  it('starts anew after a failure', async () => {
    const { database } = fixture.db;
    let broken = false;
    const cache = createIndexCache({
      database,
      maxBytes: 1e9,
      embeddingModel: () => {
        if (broken) throw new Error('broken');
        return '';
      },
    });
    const key = await keyWith(3);
    await cache.ready(key);
    await fixture.engine.remember(key, { content: 'one more' });
    broken = true;
    await expect(cache.ready(key)).rejects.toThrow('broken');
    broken = false;
    expect((await cache.ready(key))?.index.size()).toBe(4);
  });
});
