import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/server/database';
import { startTestApp, type TestApp } from '#platform/testing';
import { identityOf, lettersTo, send, signedInPerson } from '../../testing/index.ts';
import { keyHealth } from '../health.ts';
import { identityModule } from '../module.ts';
import { purgeExpired, rotateKeys } from './definitions.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ modules: [identityModule] });
});
afterAll(() => app.close());

describe('jobs', () => {
  it('deliver letters', async () => {
    const body = { email: 'mailed@people.test', password: 'a perfectly fine secret', display_name: 'Anna' };
    expect((await send(app, 'POST', '/auth/register', { body })).status).toBe(202);
    const outbox = join(app.app.config.dataDir, 'outbox');
    await expect.poll(() => readdir(outbox).catch(() => []), { timeout: 10_000 }).not.toEqual([]);
  });

  it('deliver letters that other modules write, to proven addresses only', async () => {
    const person = await signedInPerson(app, { name: 'reader' });
    const mail = { subject: 'News', text: 'Something happened.' };
    const { database } = app.app;
    const write = (userId: string) =>
      database.transaction((tx) => identityOf(app).mail(tx, { userId, ...mail }));
    const unproven = await database.row<{ id: string }>(
      sql`SELECT id FROM identity.account WHERE email = 'mailed@people.test'`,
    );
    expect(await write(person.id)).toBe(true);
    expect(await write(unproven?.id ?? '')).toBe(false);
    expect(await write('01890000-0000-7000-8000-000000000000')).toBe(false);
    const letters = await lettersTo(app, person.email);
    expect(letters.map(({ letter }) => letter)).toEqual([{ kind: 'notice', ...mail }]);
  });

  it('look after keys and expired rows without harm', async () => {
    const { jobs } = app.app.jobs;
    const before = await identityOf(app).keyring.signer();
    await app.app.database.transaction(async (tx) => {
      await tx.run(
        sql`INSERT INTO identity.login_throttle VALUES ('old', 9, now() - interval '1 day', now() - interval '1 day')`,
      );
      await jobs.send(tx, rotateKeys, {});
      await jobs.send(tx, purgeExpired, {});
    });
    await app.app.jobs.drain();
    expect((await identityOf(app).keyring.signer()).kid).toBe(before.kid);
    expect(await app.app.database.rows(sql`SELECT 1 FROM identity.login_throttle WHERE key = 'old'`)).toEqual(
      [],
    );
  });
});

describe('health', () => {
  it('tells when no key can be opened', async () => {
    const { keyring } = identityOf(app);
    expect(await keyHealth(keyring).check()).toEqual({ status: 'healthy' });
    const broken = { ...keyring, signer: () => Promise.reject(new Error('sealed')) };
    expect(await keyHealth(broken).check()).toMatchObject({ status: 'unhealthy' });
  });
});
