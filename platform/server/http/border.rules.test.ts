import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitAddress } from './limits/address.ts';
import { createMemoryLimiter } from './limits/memory-limiter.ts';
import { createRedisLimiter } from './limits/redis-limiter.ts';
import { deprecationHeaders } from './mounting/deprecation.ts';
import { serializable } from './mounting/serializable.ts';
import { preferredLocale } from './requests/locale.ts';
import { maxDepth, unsafeText } from './requests/text-safety.ts';
import { type LogLine, recordingLog } from './server.fixture.ts';

describe('the address limits are counted by', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  ])('%s → %s', (address, expected) => {
    expect(limitAddress(address)).toBe(expected);
  });
});

describe('limiters', () => {
  const policy = { name: 'p', max: 2, windowSeconds: 10 };

  it('count per subject and policy, and start anew after the window', async () => {
    let now = 0;
    const limiter = createMemoryLimiter(() => new Date(now));
    const use = async (subject: string, name = 'p') => limiter.consume(subject, { ...policy, name });
    expect(await use('a')).toEqual({ allowed: true, remaining: 1, resetSeconds: 10 });
    now = 4_500;
    expect(await use('a')).toEqual({ allowed: true, remaining: 0, resetSeconds: 6 });
    expect(await use('a')).toEqual({ allowed: false, remaining: 0, resetSeconds: 6 });
    expect((await use('b')).allowed).toBe(true);
    expect((await use('a', 'q')).allowed).toBe(true);
    now = 10_000;
    expect(await use('a')).toEqual({ allowed: true, remaining: 1, resetSeconds: 10 });
  });

  it('share counts in Redis, and count alone while it is down', async () => {
    const lines: LogLine[] = [];
    const counts = new Map<unknown, number>();
    let isDown = false;
    const redis = {
      async eval(_script: string, _keys: number, key: string | number): Promise<unknown> {
        if (isDown) throw new Error('down');
        counts.set(key, (counts.get(key) ?? 0) + 1);
        return [counts.get(key), 7_001];
      },
    };
    const limiter = createRedisLimiter(
      redis,
      createMemoryLimiter(() => new Date(0)),
      recordingLog(lines),
    );
    expect(await limiter.consume('a', policy)).toEqual({ allowed: true, remaining: 1, resetSeconds: 8 });
    await limiter.consume('a', policy);
    expect((await limiter.consume('a', policy)).allowed).toBe(false);
    isDown = true;
    expect((await limiter.consume('a', policy)).allowed).toBe(true);
    await limiter.consume('a', policy);
    expect((await limiter.consume('a', policy)).allowed).toBe(false);
    expect(lines).toHaveLength(1);
  });
});

describe('unsafe text', () => {
  it('is found wherever it hides, and nothing else is', () => {
    const safe = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    const bad = fc.constantFrom('\0', 'a\0', '\ud800', 'x\udfff');
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 4 }), safe, bad, (json, text, poison) => {
        const clean = JSON.parse(JSON.stringify(json).replaceAll('\\u0000', ''));
        expect(unsafeText([clean, text], '')).toEqual([]);
        expect(unsafeText({ a: [clean, { b: poison }] }, '/body')).toMatchObject([
          { pointer: '/body/a/1/b' },
        ]);
        expect(unsafeText({ [poison]: 1 }, '/body')).toHaveLength(1);
      }),
    );
  });

  it('counts depth without recursion', () => {
    const nest = (depth: number): unknown => {
      let value: unknown = 1;
      for (let level = 0; level < depth; level += 1) value = [value];
      return value;
    };
    expect(unsafeText(nest(maxDepth), '')).toEqual([]);
    expect(unsafeText(nest(maxDepth + 1), '')).toHaveLength(1);
    expect(unsafeText(nest(200_000), '')).toHaveLength(1);
  });
});

describe('the locale', () => {
  it.each([
    [undefined, 'en'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['de, en;q=0.5, ru;q=0.4', 'en'],
    ['ru;q=0, en;q=0.1', 'en'],
    ['fr', 'en'],
    ['RU', 'ru'],
    [';;;,,q=', 'en'],
  ])('of %s is %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });
});

describe('headers and schemas', () => {
  it('announce deprecation as RFC 9745 and RFC 8594 say', () => {
    expect(
      deprecationHeaders({ since: '2026-01-01', sunset: '2026-07-01T00:00:00Z', successor: '/v2/x' }),
    ).toEqual({
      deprecation: '@1767225600',
      sunset: 'Wed, 01 Jul 2026 00:00:00 GMT',
      link: '</v2/x>; rel="successor-version"',
    });
    expect(() => deprecationHeaders({ since: 'soon', successor: '/' })).toThrow(/not a date/);
  });

  it('simplify "this or null", and leave real alternatives alone', () => {
    const alternatives = { anyOf: [{ type: 'string' }, { type: 'number' }] };
    expect(
      serializable({
        type: 'object',
        properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] }, b: alternatives },
      }),
    ).toEqual({ type: 'object', properties: { a: { type: 'string', nullable: true }, b: alternatives } });
  });
});
