import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMetrics, silentLog } from '#platform/server/telemetry';
import { type Cache, type Caches, createCaches } from './index.ts';
import { type RedisDouble, startRedisDouble } from './redis-double.fixture.ts';

const forAMinute = { ttlSeconds: 60 };

let closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

async function open(redisUrl?: string) {
  const metrics = createMetrics({ process: false });
  const caches: Caches = await createCaches({ redisUrl, metrics, log: silentLog });
  closers.push(() => caches.close());
  return { caches, metrics };
}

async function redis(): Promise<RedisDouble> {
  const double = await startRedisDouble();
  closers.push(() => double.close());
  return double;
}

async function settled(check: () => unknown): Promise<void> {
  await vi.waitFor(check, { timeout: 10_000, interval: 10 });
}

/** A load that ends when told. */
function heldLoad<Value>() {
  const begun = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<Value>();
  const load = () => {
    begun.resolve();
    return answer.promise;
  };
  return { load, begun: begun.promise, finish: answer.resolve };
}

describe.each([
  ['in memory', async () => undefined],
  ['with Redis', redis],
])('cache %s', (_name, start) => {
  async function cache(): Promise<Cache> {
    const double = await start();
    const { caches } = await open(double?.url);
    if (double !== undefined) await settled(() => expect(double.connections()).toBe(2));
    return caches.cache('care');
  }

  it('gives back what was set, null included, until it is deleted', async () => {
    const care = await cache();
    await care.set('a', { list: [1, 'два', null] }, forAMinute);
    await care.set('nothing', null, forAMinute);
    expect(await care.get('a')).toEqual({ list: [1, 'два', null] });
    expect(await care.get('nothing')).toBe(null);
    await care.delete('a');
    expect(await care.get('a')).toBe(undefined);
  });

  it('keeps neither undefined nor what may live no time', async () => {
    const care = await cache();
    let loads = 0;
    const load = async () => {
      loads += 1;
      return undefined;
    };
    await care.getOrSet('x', forAMinute, load);
    await care.getOrSet('x', forAMinute, load);
    expect(loads).toBe(2);
    await care.set('y', 1, { ttlSeconds: 0 });
    await care.set('z', 1, { ttlSeconds: -5 });
    expect([await care.get('y'), await care.get('z')]).toEqual([undefined, undefined]);
  });

  it('loads once however many ask, and shares a failure without keeping it', async () => {
    const care = await cache();
    let loads = 0;
    const { load, finish } = heldLoad<string>();
    const count = () => {
      loads += 1;
      return load();
    };
    const answers = Array.from({ length: 50 }, () => care.getOrSet('hot', forAMinute, count));
    finish('value');
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['value']));
    expect(loads).toBe(1);

    const failing = async () => {
      loads += 1;
      throw new Error('database away');
    };
    const failures = await Promise.allSettled(
      [1, 2, 3].map(() => care.getOrSet('cold', forAMinute, failing)),
    );
    expect(failures.map((each) => each.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(loads).toBe(2);
    expect(await care.getOrSet('cold', forAMinute, async () => 'back')).toBe('back');
  });

  it('drops everything under a tag and nothing else, and takes new values afterwards', async () => {
    const care = await cache();
    await care.set('a', 1, { ...forAMinute, tags: ['doctor:1', 'list'] });
    await care.getOrSet('b', { ...forAMinute, tags: ['doctor:2', 'list'] }, async () => 2);
    await care.set('c', 3, forAMinute);
    await care.deleteByTag('doctor:1');
    expect([await care.get('a'), await care.get('b'), await care.get('c')]).toEqual([undefined, 2, 3]);
    await care.deleteByTag('list');
    expect([await care.get('b'), await care.get('c')]).toEqual([undefined, 3]);
    // Tags work by time in milliseconds: what is set within the same one counts as dropped.
    const dropped = Date.now();
    await settled(() => expect(Date.now()).toBeGreaterThan(dropped));
    await care.set('a', 4, { ...forAMinute, tags: ['doctor:1'] });
    expect(await care.get('a')).toBe(4);
  });

  it.each([
    ['its key', (care: Cache) => care.delete('k')],
    ['its tag', (care: Cache) => care.deleteByTag('t')],
    ['everything', (care: Cache) => care.clear()],
  ])('does not keep what was loaded while %s was invalidated', async (_what, invalidate) => {
    const care = await cache();
    const old = heldLoad<string>();
    const options = { ...forAMinute, tags: ['t'] };
    const waiting = care.getOrSet('k', options, old.load);
    await old.begun;
    await invalidate(care);
    const later = care.getOrSet('k', options, async () => 'new');
    expect(await later).toBe('new');
    old.finish('old');
    expect(await waiting).toBe('old');
    expect(await care.get('k')).not.toBe('old');
  });

  it('lets a set win over a load that began before it', async () => {
    const care = await cache();
    const old = heldLoad<string>();
    const waiting = care.getOrSet('k', forAMinute, old.load);
    await old.begun;
    await care.set('k', 'set', forAMinute);
    old.finish('loaded');
    await waiting;
    expect(await care.get('k')).not.toBe('loaded');
  });

  it('forgets after the time to live', async () => {
    const care = await cache();
    vi.useFakeTimers({ toFake: ['Date'] });
    closers.push(async () => void vi.useRealTimers());
    await care.set('a', 1, { ttlSeconds: 30 });
    vi.setSystemTime(Date.now() + 29_000);
    expect(await care.get('a')).toBe(1);
    vi.setSystemTime(Date.now() + 1_000);
    expect(await care.get('a')).toBe(undefined);
  });
});

describe('caches', () => {
  it('keeps namespaces apart and gives the same cache for the same name', async () => {
    const { caches } = await open();
    const [care, quests] = [caches.cache('care'), caches.cache('quests')];
    expect(caches.cache('care')).toBe(care);
    await care.set('k', 'care', forAMinute);
    await quests.set('k', 'quests', forAMinute);
    await care.clear();
    expect([await care.get('k'), await quests.get('k')]).toEqual([undefined, 'quests']);
  });

  it('keeps the object itself in memory, and only so many of them', async () => {
    const care = (await open()).caches.cache('care');
    const value = { at: new Date(0) };
    await care.set('first', value, forAMinute);
    expect(await care.get('first')).toBe(value);
    for (let index = 0; index < 6_000; index += 1) await care.set(`k${index}`, index, forAMinute);
    expect(await care.get('first')).toBe(undefined);
    expect(await care.get('k5999')).toBe(5_999);
  });

  it('counts hits and misses by cache', async () => {
    const { caches, metrics } = await open();
    const care = caches.cache('care');
    await care.getOrSet('a', forAMinute, async () => 1);
    await care.getOrSet('a', forAMinute, async () => 1);
    await care.get('a');
    await care.get('b');
    const text = await metrics.metrics();
    expect(text).toContain('cache_hits_total{cache="care"} 2');
    expect(text).toContain('cache_misses_total{cache="care"} 2');
  });
});

describe('two processes with one Redis', () => {
  async function pair() {
    const double = await redis();
    const [first, second] = [
      (await open(double.url)).caches.cache('care'),
      (await open(double.url)).caches.cache('care'),
    ];
    await settled(() => expect([double.connections(), double.subscriptions()]).toEqual([4, 2]));
    return { double, first, second };
  }

  it('share values and invalidations', async () => {
    const { first, second } = await pair();
    await first.set('a', 'one', { ...forAMinute, tags: ['t'] });
    expect(await second.get('a')).toBe('one');
    expect(await second.get('a')).toBe('one');
    await first.set('a', 'two', { ...forAMinute, tags: ['t'] });
    await settled(async () => expect(await second.get('a')).toBe('two'));
    await second.delete('a');
    await settled(async () => expect(await first.get('a')).toBe(undefined));
    await first.set('b', 1, { ...forAMinute, tags: ['t'] });
    expect(await second.get('b')).toBe(1);
    await first.deleteByTag('t');
    await settled(async () => expect(await second.get('b')).toBe(undefined));
    await first.set('c', 1, forAMinute);
    expect(await second.get('c')).toBe(1);
    await first.clear();
    await settled(async () => expect(await second.get('c')).toBe(undefined));
  });

  it('go on without it, and forget what may be out of date when it is back', async () => {
    const { double, first } = await pair();
    await first.set('a', 'kept', forAMinute);
    await double.goAway();
    expect(await first.get('a')).toBe('kept');
    expect(await first.getOrSet('b', forAMinute, async () => 'loaded')).toBe('loaded');
    await first.set('c', 1, forAMinute);
    await first.delete('a');
    await first.deleteByTag('t');
    expect([await first.get('a'), await first.get('b')]).toEqual([undefined, 'loaded']);
    await double.comeBack();
    await settled(async () => expect(await first.get('c')).toBe(undefined));
  });
});

describe('a Redis that is not there', () => {
  it('fails no read and says so once', async () => {
    const double = await redis();
    await double.goAway();
    const warnings: string[] = [];
    const log = { ...silentLog, warn: (_fields: unknown, message: string) => void warnings.push(message) };
    const caches = await createCaches({
      redisUrl: double.url,
      metrics: createMetrics({ process: false }),
      log,
    });
    const care = caches.cache('care');
    expect(await care.getOrSet('a', forAMinute, async () => 'loaded')).toBe('loaded');
    expect(await care.get('a')).toBe('loaded');
    await settled(() => expect(warnings).toHaveLength(2));
    await caches.close();
  });
});
