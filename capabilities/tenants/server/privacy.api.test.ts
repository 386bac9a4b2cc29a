import { afterAll, beforeAll, expect, it } from 'vitest';
import { defineRef } from '#base/ref';
import { signedInPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { sql } from '#platform/server/database';
import { startTestApp, type TestApp } from '#platform/testing';
import { tenantsRef } from './index.ts';
import { tenantsModule } from './module.ts';
import type { TenantsService } from './service.ts';

let test: TestApp;
let tenants: TenantsService;

beforeAll(async () => {
  test = await startTestApp({ modules: [identityModule, tenantsModule] });
  tenants = test.app.service(defineRef<TenantsService>(tenantsRef.id));
});

afterAll(() => test.close());

it('a person’s companies are exported, left, and handed on', async () => {
  const [gone, heir] = await Promise.all([
    signedInPerson(test, { name: 'gone' }),
    signedInPerson(test, { name: 'heir' }),
  ]);
  const shared = await tenants.companies.found(gone.id, 'Общая');
  const alone = await tenants.companies.found(gone.id, 'Своя');
  await test.app.database.transaction(
    (tx) =>
      tx.run(sql`
      INSERT INTO tenants.member (company_id, user_id, role, joined_at) VALUES (${shared.id}, ${heir.id}, 'viewer', now())`),
    { scope: { tenant: shared.id } },
  );
  expect(await tenants.personalData.export(gone.id)).toHaveLength(2);
  for (let round = 0; round < 2; round += 1)
    await test.app.database.transaction((tx) => tenants.personalData.erase(tx, gone.id));
  expect(await tenants.personalData.export(gone.id)).toEqual([]);
  expect(await tenants.workspace({ userId: heir.id, sessionId: null }, shared.id)).toMatchObject({
    role: 'owner',
  });
  const left = test.app.database.scoped({ tenant: alone.id });
  expect(await left.rows(sql`SELECT 1 FROM tenants.company WHERE id = ${alone.id}`)).toEqual([]);
});
