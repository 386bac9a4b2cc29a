import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { defineRef } from '#base/ref';
import { createCompany } from '#capabilities/tenants/contract';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { type Reader, sql } from '#platform/server/database';
import { testClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import {
  type Companies,
  type PromptInput,
  type PromptPlace,
  promptCalls,
  type Someone,
  said,
  startCompanies,
} from '../../testing/index.ts';
import type { AssistantsService } from '../assistants.ts';
import { assistantsRef } from '../index.ts';
import { assistantsModule } from '../module.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let companies: Companies;
let service: AssistantsService;

const at = (headers: Record<string, string> = {}): PromptPlace => companies.at(headers);
const personal: PromptPlace = { headers: {} };
const { make, made, change, on, titles } = promptCalls(at);

beforeAll(async () => {
  companies = await startCompanies({ modules });
  service = companies.test.app.service(defineRef<AssistantsService>(assistantsRef.id));
});
afterAll(() => companies.test.close());

describe('prompts of one’s own', () => {
  it('are kept, listed by last use, found by their words, changed, deleted and restored', async () => {
    const { member } = companies;
    const review = await made(member, ' Обзор \n кода ', { role: 'developer' });
    expect(review).toMatchObject({
      title: 'Обзор кода',
      role: 'developer',
      shared: false,
      can_change: true,
      author_id: member.id,
      version: 1,
      used_at: null,
    });
    const query = await made(member, 'Запрос');
    expect(await titles(member)).toEqual(['Запрос', 'Обзор кода']);
    expect((await member.call(contract.notePromptUse, on(review))).status).toBe(204);
    expect(await titles(member)).toEqual(['Обзор кода', 'Запрос']);
    expect(await titles(member, { q: 'КОДА модуль' })).toEqual(['Обзор кода']);
    expect(await titles(member, { q: 'кода запрос' })).toEqual([]);
    expect(await titles(member, { q: '100% _' })).toEqual([]);
    expect(await titles(member, { role: 'tester' })).toEqual(['Запрос']);
    expect(await titles(member, { shared: true })).toEqual([]);

    const changed = (await change(member, review, { title: 'Разбор', role: null })).reply();
    expect(changed).toMatchObject({ title: 'Разбор', role: null, version: 2 });
    expect(changed.used_at).not.toBeNull();
    expect(await said(change(member, review))).toBe('409 assistants.prompt_changed');

    expect((await member.call(contract.deletePrompt, on(query))).status).toBe(204);
    for (const again of [contract.deletePrompt, contract.getPrompt, contract.notePromptUse])
      expect(await said(member.call(again, on(query)))).toBe('404 assistants.prompt_not_found');
    expect(await said(change(member, query))).toBe('404 assistants.prompt_not_found');
    expect(await titles(member)).toEqual(['Разбор']);
    expect((await member.call(contract.restorePrompt, on(query))).reply()).toMatchObject({ title: 'Запрос' });
    expect(await said(member.call(contract.restorePrompt, on(query)))).toBe('200');
    expect(await titles(member)).toEqual(['Разбор', 'Запрос']);
  });

  it('are read page by page, without gaps', async () => {
    const { viewer } = companies;
    for (const nth of [1, 2, 3, 4, 5]) await made(viewer, `Стр ${nth}`);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: PromptInput = { limit: 2, ...(cursor === '' ? {} : { cursor }) };
      const page = (await viewer.call(contract.listPrompts, { ...at(), query })).reply();
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.next_cursor;
    }
    expect(seen.filter((title) => title.startsWith('Стр'))).toEqual(
      [5, 4, 3, 2, 1].map((nth) => `Стр ${nth}`),
    );
    const bad = { ...at(), query: { cursor: 'nonsense' } };
    expect(await said(viewer.call(contract.listPrompts, bad))).toBe('422 assistants.bad_cursor');
  });

  it('do not exist for others, neither in the company nor outside', async () => {
    const { member, owner, stranger } = companies;
    const own = await made(member, 'Личная');
    const { id } = (await member.call(createCompany, { body: { name: 'Лютик' } })).reply();
    const other = { headers: { 'x-company-id': id } };
    const stranger404 = '404 tenants.company_not_found';
    for (const route of [
      contract.getPrompt,
      contract.deletePrompt,
      contract.restorePrompt,
      contract.notePromptUse,
    ]) {
      expect(await said(owner.call(route, on(own)))).toBe('404 assistants.prompt_not_found');
      expect(await said(member.call(route, on(own, other)))).toBe('404 assistants.prompt_not_found');
      expect(await said(stranger.call(route, on(own, personal)))).toBe('404 assistants.prompt_not_found');
      expect(await said(stranger.call(route, on(own)))).toBe(stranger404);
    }
    expect(await said(change(owner, own))).toBe('404 assistants.prompt_not_found');
    expect(await said(change(stranger, own))).toBe(stranger404);
    expect(await titles(owner)).not.toContain('Личная');
    expect(await titles(member, {}, other)).toEqual([]);
    expect(await said(stranger.call(contract.listPrompts, at()))).toBe(stranger404);
  });

  it('are made once however often they are sent', async () => {
    const { owner } = companies;
    const once = at({ 'idempotency-key': newId() });
    const [first, second] = [
      await made(owner, 'Единожды', {}, once),
      await made(owner, 'Единожды', {}, once),
    ];
    expect(second.id).toBe(first.id);
    expect((await titles(owner)).filter((title) => title === 'Единожды')).toHaveLength(1);
  });

  it('have sound fields', async () => {
    const { owner } = companies;
    const faults: readonly PromptInput[] = [
      { title: '' },
      { title: ' \n' },
      { title: 'х'.repeat(121) },
      { text: '' },
      { text: '\t ' },
      { text: 'х'.repeat(10_001) },
      { role: 'Bad Name' },
      { role: 7 },
      { shared: 'yes' },
    ];
    const sound = await made(owner, 'Границы', { text: '😀'.repeat(10_000) });
    for (const fault of faults) {
      expect((await make(owner, 'Плохая', fault)).status, JSON.stringify(fault)).toBe(422);
      expect((await change(owner, sound, fault)).status, JSON.stringify(fault)).toBe(422);
    }
    for (const base_version of [0, -1, 1.5, '1', null])
      expect((await change(owner, sound, { base_version })).status).toBe(422);
    expect(await said(make(owner, 'Плохая', { role: 'nobody' }))).toBe('422 assistants.unknown_role');
    expect(await said(change(owner, sound, { role: 'nobody' }))).toBe('422 assistants.unknown_role');
    for (const query of [{ q: '' }, { q: 'х'.repeat(201) }, { role: 'X' }, { shared: 'x' }, { limit: 0 }])
      expect((await owner.call(contract.listPrompts, { ...at(), query })).status).toBe(422);
    expect((await owner.call(contract.getPrompt, { ...at(), params: { id: 'x' } })).status).toBe(422);
  });

  it('are for people who are signed in', async () => {
    const nobody = testClient(companies.test);
    const { id } = await made(companies.owner, 'Чья-то');
    expect((await nobody(contract.listPrompts)).status).toBe(401);
    expect((await nobody(contract.createPrompt, { body: { title: 'А', text: 'Б' } })).status).toBe(401);
    expect((await nobody(contract.importPrompts, { body: { prompts: [] } })).status).toBe(401);
    const body = { title: 'А', text: 'Б', role: null, shared: false, base_version: 1 };
    expect((await nobody(contract.changePrompt, { params: { id }, body })).status).toBe(401);
    for (const route of [
      contract.getPrompt,
      contract.deletePrompt,
      contract.restorePrompt,
      contract.notePromptUse,
    ])
      expect((await nobody(route, { params: { id } })).status).toBe(401);
  });
});

describe('prompts a company shares', () => {
  it('are seen by all of it and changed by their author and its administrators', async () => {
    const { owner, member, viewer } = companies;
    const shared = await made(member, 'Общая', { shared: true });
    const seen = async (who: Someone) => (await who.call(contract.getPrompt, on(shared))).reply();
    expect(await seen(viewer)).toMatchObject({ shared: true, can_change: false, author_id: member.id });
    expect((await seen(member)).can_change).toBe(true);
    expect((await seen(owner)).can_change).toBe(true);
    expect(await titles(viewer, { shared: true })).toEqual(['Общая']);
    expect(await titles(viewer, { shared: false })).not.toContain('Общая');

    const tooLow = '403 tenants.role_too_low';
    expect(await said(make(viewer, 'Нельзя', { shared: true }))).toBe(tooLow);
    expect(await said(change(viewer, shared))).toBe(tooLow);
    expect(await said(viewer.call(contract.deletePrompt, on(shared)))).toBe(tooLow);
    const ofOwner = await made(owner, 'Владельца', { shared: true });
    expect(await said(change(member, ofOwner))).toBe(tooLow);
    expect(await said(member.call(contract.deletePrompt, on(ofOwner)))).toBe(tooLow);

    const byAdmin = (await change(owner, shared, { title: 'Общая 2' })).reply();
    expect(byAdmin).toMatchObject({ version: 2, author_id: member.id });
    expect(await said(change(owner, byAdmin, { shared: false }))).toBe('403 assistants.prompt_of_another');
    await viewer.call(contract.notePromptUse, on(shared));
    expect((await titles(viewer, { shared: true }))[0]).toBe('Общая 2');
    expect((await seen(member)).used_at).toBeNull();

    expect((await owner.call(contract.deletePrompt, on(shared))).status).toBe(204);
    expect(await titles(viewer, { shared: true })).toEqual(['Владельца']);
    expect(await said(viewer.call(contract.restorePrompt, on(shared)))).toBe(tooLow);
    expect(await said(member.call(contract.restorePrompt, on(shared)))).toBe('200');
    const back = (await change(member, byAdmin, { shared: false })).reply();
    expect(back.shared).toBe(false);
    expect(await said(owner.call(contract.getPrompt, on(shared)))).toBe('404 assistants.prompt_not_found');
    expect((await change(member, back, { shared: true })).reply().shared).toBe(true);
    expect(await said(change(member, back))).toBe('409 assistants.prompt_changed');
  });

  it('are none in a personal space', async () => {
    const { stranger } = companies;
    const refused = '422 assistants.prompt_cannot_be_shared';
    expect(await said(make(stranger, 'Никому', { shared: true }, personal))).toBe(refused);
    const own = await made(stranger, 'Себе', {}, personal);
    expect(await said(change(stranger, own, { shared: true }, personal))).toBe(refused);
  });

  it('are written once when several change the same version at the same time', async () => {
    const { owner } = companies;
    const prompt = await made(owner, 'Спорная', { shared: true });
    const answers = await Promise.all([1, 2, 3, 4].map((nth) => change(owner, prompt, { title: `С${nth}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });
});

describe('what is left of prompts', () => {
  const rows = async (reader: Reader, id: string) =>
    (await reader.rows(sql`SELECT 1 FROM assistants.prompt WHERE id = ${id}`)).length;
  const privately = ({ id: owner }: Someone): Reader =>
    companies.test.app.database.scoped({ tenant: companies.company, owner });

  it('is nothing for the database under another company or person', async () => {
    const { member, stranger, viewer, company, test } = companies;
    const own = await made(member, 'Под замком');
    const shared = await made(member, 'Для своих', { shared: true });
    await member.call(contract.notePromptUse, on(shared));
    const tenant = (await service.tenants.workspace({ userId: stranger.id, sessionId: null })).companyId;
    for (const reader of [
      test.app.database,
      test.app.database.scoped({ owner: member.id }),
      test.app.database.scoped({ tenant, owner: member.id }),
    ])
      expect([await rows(reader, own.id), await rows(reader, shared.id)]).toEqual([0, 0]);
    expect([await rows(privately(viewer), own.id), await rows(privately(viewer), shared.id)]).toEqual([0, 1]);
    const uses = (reader: Reader) => reader.rows(sql`SELECT 1 FROM assistants.prompt_use`);
    expect(await uses(test.app.database.scoped({ tenant: company }))).toEqual([]);
    expect(await uses(privately(member))).not.toEqual([]);
    await expect(
      test.app.database.transaction(
        (tx) => tx.run(sql`UPDATE assistants.prompt SET owner_id = author_id WHERE id = ${shared.id}`),
        { scope: { tenant: company, owner: viewer.id } },
      ),
    ).rejects.toThrow('row-level security');
  });

  it('goes a week after it was deleted, unless it came back', async () => {
    const { viewer, member, company } = companies;
    for (const [who, shared] of [
      [viewer, false],
      [member, true],
    ] as const) {
      const prompt = await made(who, 'На удаление', { shared });
      const shelf = { tenantId: company, ownerId: shared ? null : who.id };
      const deletedAt = async () => {
        await who.call(contract.deletePrompt, on(prompt));
        const row = await privately(who).row<{ deleted_at: Date }>(
          sql`SELECT deleted_at FROM assistants.prompt WHERE id = ${prompt.id}`,
        );
        return row?.deleted_at ?? new Date(0);
      };
      const first = await deletedAt();
      await who.call(contract.restorePrompt, on(prompt));
      await service.prompts.dropDeleted(shelf, prompt.id, first);
      expect(await rows(privately(who), prompt.id)).toBe(1);
      const second = await deletedAt();
      const waiting = await companies.test.app.database.rows(sql`
        SELECT 1 FROM jobs.job WHERE name = 'assistants.drop_prompt' AND data->>'deleted_at' = ${second.toISOString()}
           AND start_after > now() + interval '6 days'`);
      expect(waiting).toHaveLength(1);
      await service.prompts.dropDeleted({ ...shelf, tenantId: viewer.id }, prompt.id, second);
      expect(await rows(privately(who), prompt.id)).toBe(1);
      await service.prompts.dropDeleted(shelf, prompt.id, second);
      expect(await rows(privately(who), prompt.id)).toBe(0);
    }
  });

  it('is exported, and erased with the account; the company keeps what was shared, without the name', async () => {
    const { member, viewer, test } = companies;
    const own = await made(member, 'Моя тайна');
    const shared = await made(member, 'Наследство', { shared: true });
    const ofViewer = await made(viewer, 'Не моя');
    await member.call(contract.notePromptUse, on(own));
    const exported = JSON.stringify(await service.personalData.export(member.id));
    expect(exported).toContain('Моя тайна');
    expect(exported).toContain('Наследство');
    expect(exported).not.toContain('Не моя');
    await test.app.database.transaction((tx) => service.personalData.erase(tx, member.id));
    expect(await rows(privately(member), own.id)).toBe(0);
    expect(await privately(member).rows(sql`SELECT 1 FROM assistants.prompt_use`)).toEqual([]);
    expect((await viewer.call(contract.getPrompt, on(shared))).reply().author_id).toBeNull();
    expect((await viewer.call(contract.getPrompt, on(ofViewer))).status).toBe(200);
    expect(JSON.stringify(await service.personalData.export(member.id))).not.toContain('Наследство');
  });
});
