import { createRemoteJWKSet, decodeProtectedHeader, importJWK, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#base/time';
import { sql } from '#platform/server/database';
import { startTestApp, type TestApp, testDatabase } from '#platform/testing';
import { identityOf, send, signedInPerson } from '../../testing/index.ts';
import { identityModule } from '../module.ts';
import { createKeyring } from './keyring.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ modules: [identityModule], listen: true });
});
afterAll(() => app.close());

const kidOf = (token: string) => decodeProtectedHeader(token).kid;

describe('signing keys', () => {
  it('sign tokens that anybody can verify with the published keys', async () => {
    const person = await signedInPerson(app, { name: 'keys' });
    const keys = createRemoteJWKSet(new URL(`${app.url}/.well-known/jwks.json`));
    const { payload, protectedHeader } = await jwtVerify(person.accessToken, keys, {
      issuer: 'http://quintet.test',
      audience: 'quintet',
      typ: 'at+jwt',
    });
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toMatchObject({
      sub: person.id,
      sid: expect.any(String),
      jti: expect.any(String),
      pv: 2,
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
  });

  it('are published before use and after it; old tokens stay good over a rotation', async () => {
    const person = await signedInPerson(app, { name: 'rotation' });
    const { keyring, tokens } = identityOf(app);
    const before = (await keyring.published()).map((key) => key.kid);
    await keyring.rotate(true);
    const { userId, sessionId } = await tokens.verify(person.accessToken);
    const next = await tokens.issue({ userId, sessionId, version: 1 });
    expect(kidOf(next)).not.toBe(kidOf(person.accessToken));
    expect(before).toContain(kidOf(next));
    for (const token of [person.accessToken, next]) {
      const headers = { authorization: `Bearer ${token}` };
      expect((await send(app, 'GET', '/profile/me', { headers })).status).toBe(200);
    }
    expect((await keyring.published()).map((key) => key.kid)).toContain(kidOf(person.accessToken));
  });

  it('end with exactly one active and one next key when many processes begin or rotate at once', async () => {
    const test = await testDatabase([
      { module: 'identity', directory: new URL('../db/migrations/', import.meta.url) },
    ]);
    try {
      const secret = 'a secret key of thirty-two characters';
      const rings = Array.from({ length: 4 }, () => createKeyring(test.database, secret, systemClock));
      const outcomes = await Promise.all(rings.map((ring) => ring.rotate(false)));
      expect(outcomes.filter((outcome) => outcome === 'first')).toHaveLength(1);
      const kids = await Promise.all(rings.map(async (ring) => (await ring.signer()).kid));
      expect(new Set(kids).size).toBe(1);
      await Promise.all(rings.map((ring) => ring.rotate(true)));
      const states = await test.database.rows<{ state: string; keys: number }>(
        sql`SELECT state, count(*) AS keys FROM identity.signing_key GROUP BY state ORDER BY state`,
      );
      expect(states).toEqual([
        { state: 'active', keys: 1 },
        { state: 'next', keys: 1 },
        { state: 'retired', keys: 4 },
      ]);
      const thief = createKeyring(test.database, 'not the key the others were given!!!', systemClock);
      await expect(thief.signer()).rejects.toThrow('SECRET_KEY');
    } finally {
      await test.close();
    }
  });

  it('believe no token that is foreign, changed, unsigned, of another kind or too old', async () => {
    const person = await signedInPerson(app, { name: 'forger' });
    const { keyring, tokens } = identityOf(app);
    const { userId, sessionId } = await tokens.verify(person.accessToken);
    const { key, kid } = await keyring.signer();
    const claims = {
      sid: sessionId,
      pv: 1,
      sub: userId,
      jti: 'x',
      aud: 'quintet',
      iss: 'http://quintet.test',
    };
    const sign = (change: object, header: object = {}, expires = '5m') =>
      new SignJWT({ ...claims, ...change })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...header })
        .setExpirationTime(expires)
        .sign(key);
    const [head, body, signature = ''] = person.accessToken.split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    const published = (await keyring.published())[0];
    const hmac = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid })
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(published?.n));
    const good = await sign({});
    expect(
      (await send(app, 'GET', '/profile/me', { headers: { authorization: `Bearer ${good}` } })).status,
    ).toBe(200);
    const bad = [
      'nonsense',
      `${head}.${body}.${signature.slice(0, -4)}AAAA`,
      `${none}.${body}.`,
      hmac,
      await sign({ aud: 'another' }),
      await sign({ iss: 'https://elsewhere.test' }),
      await sign({ sid: undefined }),
      await sign({}, { typ: 'JWT' }),
      await sign({}, { kid: 'unknown' }),
      await sign({}, {}, '-1m'),
      await sign({ sub: '01900000-0000-7000-8000-000000000000' }),
    ];
    for (const token of bad) {
      const headers = { authorization: `Bearer ${token}` };
      expect((await send(app, 'GET', '/profile/me', { headers })).status, token).toBe(401);
    }
    expect(await importJWK({ ...published }, 'RS256')).toBeDefined();
  });
});
