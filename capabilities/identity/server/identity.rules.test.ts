import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSecretBox } from '#platform/server/config';
import { readCursor, writeCursor } from './access/cursor.rules.ts';
import { beyondOwn, difference } from './access/grants.rules.ts';
import { normalEmail } from './accounts/email.rules.ts';
import { compose, type Letter } from './mail/letters.ts';
import { createPasswordHasher } from './passwords/hasher.ts';
import { passwordFault } from './passwords/password.rules.ts';
import { matchedStep, newRecoveryCodes, newTotpSecret, readTypedCode } from './second-factor/codes.rules.ts';
import { createCsrf } from './sessions/csrf.ts';
import { decideRefresh, graceMs } from './sessions/refresh.rules.ts';
import { displayNameOf } from './social/provider.ts';
import { addressKey, addressPrefix, delaySeconds } from './throttle/throttle.rules.ts';

const now = new Date('2026-03-01T10:00:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);

describe('a presented refresh token', () => {
  const live = { revoked: false, expiresAt: new Date('2026-04-01'), usedAt: null, childUsed: false };
  it.each([
    ['fresh', {}, 'rotate'],
    ['retried at once', { usedAt: ago(0) }, 'repeat'],
    ['retried at the end of the grace', { usedAt: ago(graceMs) }, 'repeat'],
    ['retried after the grace', { usedAt: ago(graceMs + 1) }, 'reused'],
    ['retried after its child was used', { usedAt: ago(1), childUsed: true }, 'reused'],
    ['of an ended session', { revoked: true }, 'refused'],
    ['expired', { expiresAt: now }, 'refused'],
    ['expired and used', { expiresAt: now, usedAt: ago(99_999) }, 'refused'],
  ] as const)('%s → %s', (_what, change, kind) => {
    expect(decideRefresh({ ...live, ...change }, now).kind).toBe(kind);
  });
});

describe('delays', () => {
  it('begin with the fifth failure, double, and end at fifteen minutes', () => {
    expect([0, 4, 5, 6, 7, 14, 15, 1_000].map((failures) => delaySeconds(failures))).toEqual([
      0, 0, 1, 2, 4, 512, 900, 900,
    ]);
  });

  it.each([
    ['203.0.113.77', '203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['::1', '0:0:0:0::/64', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
    ['', 'unknown', 'unknown'],
  ])('%j counts as %s and is kept as %s', (address, key, prefix) => {
    expect(addressKey(address)).toBe(key);
    expect(addressPrefix(address)).toBe(prefix);
  });

  it('cannot be dodged within a /64', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
    fc.assert(
      fc.property(fc.tuple(group, group, group, group), (host) => {
        expect(addressKey(`2001:db8:7:8:${host.join(':')}`)).toBe('2001:db8:7:8::/64');
      }),
    );
  });
});

describe('passwords', () => {
  it.each([
    ['nine chars', 'identity.password_length'],
    ['x'.repeat(129), 'identity.password_length'],
    ['Password123', 'identity.password_too_common'],
    ['ЙЦУКЕНГШЩЗ', 'identity.password_too_common'],
    ['abababababab', 'identity.password_too_common'],
    ['ANNA.LONG@people.test', 'identity.password_is_email'],
    ['anna.longest-name', undefined],
    ['правильная лошадь', undefined],
  ])('%s', (password, code) => {
    const padded = password === 'nine chars' ? 'nine char' : password;
    expect(passwordFault(padded, 'anna.long@people.test')?.code).toBe(code);
  });

  it('are hashed apart, verified in any Unicode form, and a crowd is turned away', async () => {
    const hasher = createPasswordHasher({ atOnce: 1, waiting: 1 });
    const stored = await hasher.hash('пароль с ёлкой');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher.verify(stored, 'пароль с ёлкой'.normalize('NFD'))).toBe(true);
    expect(await hasher.verify(stored, 'пароль с елкой')).toBe(false);
    expect(await hasher.verify(null, 'anything')).toBe(false);
    const crowd = await Promise.allSettled(Array.from({ length: 5 }, () => hasher.verify(stored, 'x')));
    const refused = crowd.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ reason: { kind: 'unavailable', code: 'identity.busy' } });
  });
});

describe('the second factor', () => {
  it('reads what people type', () => {
    expect(readTypedCode('123 456')).toEqual({ kind: 'totp', code: '123456' });
    expect(readTypedCode('ABCDE-fgh23')).toEqual({ kind: 'recovery', code: 'abcdefgh23' });
    expect(readTypedCode('12345')).toEqual({ kind: 'neither' });
  });

  it('matches the code of RFC 6238 in its step and the ones beside it', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    for (const seconds of [59, 31, 89, 0])
      expect(matchedStep(secret, '287082', new Date(seconds * 1_000))).toBe(1);
    expect(matchedStep(secret, '287082', new Date(120_000))).toBeUndefined();
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('makes recovery codes of plain letters', () => {
    let next = 0;
    const codes = newRecoveryCodes((below) => {
      next += 1;
      return next % below;
    });
    expect(codes).toHaveLength(10);
    for (const code of codes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
  });
});

describe('secrets', () => {
  const key = 'a secret key of thirty-two characters';
  it('open for their own purpose, context and bits only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (plain, position) => {
        const box = createSecretBox(key, 'one');
        const sealed = box.seal(plain, 'context');
        expect(box.open(sealed, 'context')).toBe(plain);
        expect(() => box.open(sealed, 'other')).toThrow();
        expect(() => createSecretBox(key, 'two').open(sealed, 'context')).toThrow();
        const changed = Buffer.from(sealed);
        const at = position % changed.length;
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(() => box.open(changed, 'context')).toThrow();
      }),
    );
  });

  it('against forged requests fit one session', () => {
    const csrf = createCsrf(key);
    const token = csrf.issue('session-a');
    expect(csrf.verify('session-a', token, token)).toBe(true);
    expect(csrf.verify('session-b', token, token)).toBe(false);
    expect(csrf.verify('session-a', token, csrf.issue('session-a'))).toBe(false);
    expect(csrf.verify('session-a', undefined, undefined)).toBe(false);
    expect(csrf.verify('session-a', '', '')).toBe(false);
  });
});

describe('small decisions', () => {
  it('about addresses, names, grants and cursors', () => {
    expect(normalEmail(' Anna@Пример.РФ ')).toBe('anna@пример.рф');
    expect(displayNameOf('  A\u0000nna \ud800', 'X')).toBe('Anna \ufffd');
    expect(displayNameOf(42, 'Fallback')).toBe('Fallback');
    expect(beyondOwn(new Set(['a']), ['b', 'a', 'b'])).toEqual(['b']);
    expect(difference(['a', 'b'], ['b', 'c'])).toEqual(['a', 'c']);
    const id = '01900000-0000-7000-8000-000000000000';
    expect(readCursor(writeCursor(now, id))).toEqual({ createdAt: now, id });
    expect(() => readCursor('bm9uc2Vuc2U')).toThrow('cursor');
  });

  it('of letters: every kind in both languages', () => {
    const letters: readonly Letter[] = [
      { kind: 'verify_email', code: '123456', minutes: 15 },
      { kind: 'reset_password', code: '123456', minutes: 15 },
      { kind: 'already_registered' },
      { kind: 'password_changed' },
      { kind: 'session_theft' },
    ];
    for (const letter of letters) {
      const [ru, en] = (['ru', 'en'] as const).map((locale) => compose('a@b.cc', locale, letter));
      expect(ru?.subject).toMatch(/[а-я]/);
      expect(en?.subject).not.toMatch(/[а-я]/);
      for (const mail of [ru, en]) if ('code' in letter) expect(mail?.text).toContain('123456');
    }
  });
});
