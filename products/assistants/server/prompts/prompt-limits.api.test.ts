import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { sql } from '#platform/server/database';
import * as contract from '../../contract/index.ts';
import {
  type Companies,
  type PromptPlace,
  promptCalls,
  type Someone,
  said,
  startCompanies,
} from '../../testing/index.ts';
import { assistantsModule } from '../module.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let companies: Companies;

const at = (headers: Record<string, string> = {}): PromptPlace => companies.at(headers);
const personal: PromptPlace = { headers: {} };
const { make, made, change, on, titles } = promptCalls(at);

beforeAll(async () => {
  companies = await startCompanies({ modules });
});
afterAll(() => companies.test.close());

describe('the number of prompts', () => {
  /** Fills a shelf to the number. */
  async function fill(who: Someone, shared: boolean, upTo: number): Promise<void> {
    const owner_id = shared ? null : who.id;
    const { company, test } = companies;
    await test.app.database.transaction(
      (tx) =>
        tx.run(sql`
          INSERT INTO assistants.prompt
            (id, tenant_id, owner_id, author_id, title, content, version, created_at, updated_at)
          SELECT gen_random_uuid(), ${company}, ${owner_id}, ${who.id}, 'П' || nth, 'Т', 1, '2026-01-01', '2026-01-01'
            FROM generate_series(1, ${upTo} - (SELECT count(*)::int FROM assistants.prompt p
              WHERE p.owner_id IS NOT DISTINCT FROM ${owner_id}::uuid AND p.deleted_at IS NULL)) AS nth`),
      { scope: { tenant: company, owner: who.id } },
    );
  }

  it.each([
    ['of a person', false, 200],
    ['of a company', true, 500],
  ])(
    '%s is bounded, also for several at once, and deleted ones do not count',
    async (_whose, shared, most) => {
      const { owner } = companies;
      const spare = await made(owner, 'Лишняя', { shared });
      await owner.call(contract.deletePrompt, on(spare));
      await fill(owner, shared, most - 1);
      const answers = await Promise.all([1, 2, 3, 4].map((nth) => make(owner, `Ещё ${nth}`, { shared })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 429, 429, 429]);
      const full = '429 assistants.too_many_prompts';
      expect(await said(make(owner, 'Ещё', { shared }))).toBe(full);
      expect(await said(owner.call(contract.restorePrompt, on(spare)))).toBe(full);
      const room = answers.find(({ status }) => status === 201);
      if (room === undefined) throw new Error('None was made.');
      await owner.call(contract.deletePrompt, on(room.reply()));
      const restored = await Promise.all(
        [spare, room.reply()].map((prompt) => said(owner.call(contract.restorePrompt, on(prompt)))),
      );
      expect(restored.sort()).toEqual(['200', full]);
    },
  );

  it('keeps its bound when one is shared or taken back', async () => {
    const { owner } = companies;
    const full = '429 assistants.too_many_prompts';
    const list = async (shared: boolean) =>
      (await owner.call(contract.listPrompts, { ...at(), query: { shared, limit: 100 } })).reply().items;
    const [own] = await list(false);
    const common = (await list(true)).find(({ author_id }) => author_id === owner.id);
    if (own === undefined || common === undefined) throw new Error('There are none.');
    expect(await said(change(owner, own, { shared: true }))).toBe(full);
    expect(await said(change(owner, common, { shared: false }))).toBe(full);
  });
});

it('of deleted prompts the last hundred wait for being restored', async () => {
  const { viewer, company, test } = companies;
  const scope = { tenant: company, owner: viewer.id };
  await test.app.database.transaction(
    (tx) =>
      tx.run(sql`
        INSERT INTO assistants.prompt
          (id, tenant_id, owner_id, author_id, title, content, version, created_at, updated_at, deleted_at)
        SELECT gen_random_uuid(), ${company}, ${viewer.id}, ${viewer.id}, 'Д' || nth, 'Т', 1, '2026-01-01',
               '2026-01-01', timestamptz '2026-01-02' + make_interval(secs => nth)
          FROM generate_series(1, 100) AS nth`),
    { scope },
  );
  const live = await made(viewer, 'Живая');
  await viewer.call(contract.deletePrompt, on(await made(viewer, 'Последняя')));
  const left = await test.app.database.scoped(scope).rows<{ title: string }>(sql`
    SELECT title FROM assistants.prompt WHERE owner_id = ${viewer.id} ORDER BY deleted_at NULLS FIRST`);
  expect(left.map(({ title }) => title).slice(0, 2)).toEqual([live.title, 'Д2']);
  expect(left).toHaveLength(101);
});

describe('prompts kept elsewhere', () => {
  const bring = async (
    who: Someone,
    names: readonly string[],
    place: PromptPlace = at(),
  ): Promise<number> => {
    const prompts = names.map((title) => ({ title, text: `Текст: ${title}` }));
    return (await who.call(contract.importPrompts, { ...place, body: { prompts } })).reply().taken;
  };

  it('come along in their order, once, also when they are sent twice at the same time', async () => {
    const { stranger } = companies;
    const names = ['Старая', 'Новая'];
    expect(await Promise.all([bring(stranger, names, personal), bring(stranger, names, personal)])).toEqual([
      2, 2,
    ]);
    expect((await titles(stranger, {}, personal)).slice(0, 2)).toEqual(['Новая', 'Старая']);
    expect(await bring(stranger, ['Старая', 'Третья'], personal)).toBe(2);
    const seen = await titles(stranger, { q: 'текст' }, personal);
    expect(seen).toEqual(['Третья', 'Новая', 'Старая']);
  });

  it('come along as far as there is room', async () => {
    const { owner } = companies;
    const [first] = (await owner.call(contract.listPrompts, { ...at(), query: { shared: false } })).reply()
      .items;
    if (first === undefined) throw new Error('There is none.');
    await owner.call(contract.deletePrompt, on(first));
    expect(await bring(owner, ['Влезет', 'Влезет', 'Не влезет'])).toBe(2);
    expect(await bring(owner, ['Не влезет'])).toBe(0);
  });

  it('have sound fields', async () => {
    const { stranger } = companies;
    const good = { title: 'А', text: 'Б' };
    for (const prompts of [
      [],
      [{ ...good, title: ' ' }],
      [{ ...good, text: 'х'.repeat(10_001) }],
      Array(51).fill(good),
    ])
      expect((await stranger.call(contract.importPrompts, { body: { prompts } })).status).toBe(422);
  });
});
