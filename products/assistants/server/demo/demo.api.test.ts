import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { send } from '#capabilities/identity/testing';
import { listCompanies, listMembers } from '#capabilities/tenants/contract';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { startTestApp, type TestApp, type TestClient, testClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { assistantsModule } from '../module.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let test: TestApp;
let call: TestClient;

beforeAll(async () => {
  test = await startTestApp({ modules });
  await test.app.demo();
  await test.app.demo();
  const body = { email: 'user@demo.quintet.local', password: 'quintet-demo' };
  const { body: signedIn } = await send(test, 'POST', '/auth/login', { body });
  call = testClient(test, String(signedIn['access_token']));
}, 180_000);
afterAll(() => test.close());

it('gives the demonstration’s people a company', async () => {
  const { items } = (await call(listCompanies)).reply();
  expect(items).toMatchObject([{ name: 'Ромашка Софт', role: 'member', active: true }]);
  const members = (await call(listMembers, { params: { id: items[0]?.id ?? '' } })).reply().items;
  expect(members.map(({ role }) => role).sort()).toEqual(['admin', 'member', 'owner', 'viewer']);
});

it('gives every page something to show, once', async () => {
  const projects = (await call(contract.listProjects)).reply().items;
  expect(projects).toMatchObject([{ name: 'Управление складом' }]);
  const params = { id: projects[0]?.id ?? '' };
  await vi.waitFor(
    async () => {
      const { status, version } = (await call(contract.getProject, { params })).reply();
      expect([status, version]).toEqual(['ready', 1]);
    },
    { timeout: 60_000, interval: 200 },
  );
  const collections = (await call(contract.listCollections)).reply().items;
  expect(collections).toMatchObject([{ name: 'Регламенты и стандарты' }]);
  expect((await call(contract.listPlans)).reply().items).toMatchObject([{ tasks: 10 }]);
  const conversations = (await call(contract.listConversations)).reply().items;
  expect(conversations.map(({ role }) => role).sort()).toEqual(['business-analyst', 'developer']);
});
