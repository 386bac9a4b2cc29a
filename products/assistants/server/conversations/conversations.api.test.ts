import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineRef } from '#base/ref';
import { createCompany } from '#capabilities/tenants/contract';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { sql } from '#platform/server/database';
import { testClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { type AssistantsApp, type Someone, startAssistants } from '../../testing/index.ts';
import type { AssistantsService } from '../assistants.ts';
import { assistantsRef } from '../index.ts';
import { assistantsModule } from '../module.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];

let app: AssistantsApp;
let ann: Someone;
let bob: Someone;
let company: { readonly 'x-company-id': string };
/** Another one of the same person. */
let other: { readonly 'x-company-id': string };

beforeAll(async () => {
  app = await startAssistants({ modules, tools: ['check_code'] });
  [ann, bob] = await Promise.all([app.someone('ann'), app.someone('bob')]);
  const { id } = (await ann.call(createCompany, { body: { name: 'Ромашка' } })).reply();
  await app.test.app.database.transaction(
    (tx) =>
      tx.run(sql`
        INSERT INTO tenants.member (company_id, user_id, role, joined_at)
        VALUES (${id}, ${bob.id}, 'member', now())`),
    { scope: { tenant: id } },
  );
  company = { 'x-company-id': id };
  other = {
    'x-company-id': (await ann.call(createCompany, { body: { name: 'Лютик' } })).reply().id,
  };
});

afterAll(() => app.test.close());

const say = async (who: Someone, message: string, more: Partial<contract.ChatMessage> = {}) =>
  (
    await who.call(contract.chat, {
      params: { role: 'developer' },
      body: { message, ...more },
      headers: company,
    })
  ).reply();

const list = async (who: Someone, query: Record<string, unknown> = {}) =>
  (await who.call(contract.listConversations, { query, headers: company })).reply();

describe('conversations', () => {
  it('are listed with pinned ones first, found by title and text, archived and renamed', async () => {
    const first = await say(ann, 'Привет! Вопрос про ромашковый склад');
    const second = await say(ann, 'Спасибо за помощь');
    expect((await list(ann)).items.map(({ id }) => id)).toEqual([
      second.conversation_id,
      first.conversation_id,
    ]);
    const change = (id: string, body: object) =>
      ann.call(contract.changeConversation, { params: { id }, body, headers: company });
    expect((await change(first.conversation_id, { pinned: true })).reply().pinned).toBe(true);
    expect((await list(ann, { limit: 1 })).items[0]?.id).toBe(first.conversation_id);
    const { next_cursor: cursor } = await list(ann, { limit: 1 });
    expect((await list(ann, { limit: 1, cursor })).items[0]?.id).toBe(second.conversation_id);

    const found = await list(ann, { q: 'РОМАШКОВЫЙ' });
    expect(found.items).toMatchObject([
      { id: first.conversation_id, snippet: expect.stringContaining('ромашковый') },
    ]);
    const renamed = await change(second.conversation_id, { title: ' Благодарность ', archived: true });
    expect(renamed.reply()).toMatchObject({ title: 'Благодарность', renamed: true, archived: true });
    expect((await list(ann)).items).toHaveLength(1);
    expect((await list(ann, { archived: true })).items).toMatchObject([{ title: 'Благодарность' }]);
  });

  it.each(['md', 'json'] as const)('are exported as %s', async (format) => {
    const { conversation_id: id } = await say(ann, 'Привет, выгрузи нас');
    const file = await ann.call(contract.exportConversation, {
      params: { id },
      query: { format },
      headers: company,
    });
    expect(file.headers['content-disposition']).toContain(`conversation.${format}`);
    expect(file.text).toContain('выгрузи нас');
    if (format === 'json') expect(JSON.parse(file.text).messages).toHaveLength(2);
  });

  it('are paged back in time', async () => {
    const { conversation_id: id } = await say(ann, 'Привет раз');
    await say(ann, 'Привет два', { conversation_id: id });
    const read = async (query: Record<string, unknown>) =>
      (await ann.call(contract.getConversation, { params: { id }, query, headers: company })).reply();
    const last = await read({ limit: 3 });
    expect(last.items.map(({ author }) => author)).toEqual(['assistant', 'user', 'assistant']);
    const rest = await read({ limit: 3, cursor: last.next_cursor });
    expect(rest.items.map(({ content }) => content)).toEqual(['Привет раз']);
    expect(rest.next_cursor).toBeNull();
  });

  it.each([
    ['message', { message: '' }],
    ['message', { message: ' ' }],
    ['message', { message: 'x'.repeat(contract.maxMessage + 1) }],
    ['conversation_id', { message: 'x', conversation_id: 'mine' }],
    ['file_ids', { message: 'x', file_ids: ['a'] }],
  ])('refuse a bad %s', async (field, body) => {
    const answer = await ann.call(contract.chat, { params: { role: 'developer' }, body, headers: company });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.problem().errors)).toContain(field);
  });

  it('refuse cursors that no list gave, and people who are not signed in', async () => {
    for (const cursor of ['nonsense', 'p~zz~x', '~~']) {
      const answer = await ann.call(contract.listConversations, { query: { cursor }, headers: company });
      expect(answer.status).toBe(422);
    }
    expect((await testClient(app.test)(contract.listConversations)).status).toBe(401);
    expect(
      (await testClient(app.test)(contract.chat, { params: { role: 'developer' }, body: { message: 'x' } }))
        .status,
    ).toBe(401);
  });
});

describe('viewers of a company', () => {
  it('ask nothing: answers cost money', async () => {
    const viewer = await app.someone('viewer');
    const tenant = company['x-company-id'];
    await app.test.app.database.transaction(
      (tx) =>
        tx.run(sql`
          INSERT INTO tenants.member (company_id, user_id, role, joined_at)
          VALUES (${tenant}, ${viewer.id}, 'viewer', now())`),
      { scope: { tenant } },
    );
    const options = { params: { role: 'developer' }, body: { message: 'Привет' }, headers: company };
    for (const route of [contract.chat, contract.chatStream]) {
      const answer = await viewer.call(route, options);
      expect([answer.status, answer.problem().code]).toEqual([403, 'tenants.role_too_low']);
    }
    expect((await list(viewer)).items).toEqual([]);
  });
});

describe('nobody else', () => {
  it('sees, changes or goes on with a conversation: not a member, not another company', async () => {
    const answer = await say(ann, 'Привет, это тайна');
    const params = { id: answer.conversation_id };
    const attempts = (who: Someone, headers: Readonly<Record<string, string>>) => [
      who.call(contract.getConversation, { params, headers }),
      who.call(contract.exportConversation, { params, headers }),
      who.call(contract.changeConversation, { params, body: { title: 'моё' }, headers }),
      who.call(contract.chooseBranch, { params, body: { message_id: answer.id }, headers }),
      who.call(contract.deleteConversation, { params, headers }),
      who.call(contract.regenerate, { params: { id: answer.id }, headers }),
      who.call(contract.continueAnswer, { params: { id: answer.id }, headers }),
      who.call(contract.giveFeedback, { params: { id: answer.id }, body: { useful: true }, headers }),
      who.call(contract.withdrawFeedback, { params: { id: answer.id }, headers }),
      who.call(contract.chat, {
        params: { role: 'developer' },
        body: { message: 'и что?', conversation_id: answer.conversation_id },
        headers,
      }),
    ];
    const elsewhere = await Promise.all([...attempts(bob, company), ...attempts(ann, other)]);
    expect(elsewhere.map(({ status }) => status)).toEqual(elsewhere.map(() => 404));
    expect((await list(bob)).items).toEqual([]);
    const foreign = await bob.call(contract.listConversations, {
      headers: { 'x-company-id': '01900000-0000-7000-8000-000000000000' },
    });
    expect(foreign.status).toBe(404);
  });

  it('not even SQL under another scope', async () => {
    const { database } = app.test.app;
    const count = async (scope: { tenant?: string; owner?: string }) =>
      (
        await database.scoped(scope).row<{ count: number }>(sql`
          SELECT (SELECT count(*) FROM assistants.conversation) + (SELECT count(*) FROM assistants.message)
            + (SELECT count(*) FROM assistants.attachment) AS count`)
      )?.count;
    const tenant = company['x-company-id'];
    expect(await count({ tenant, owner: ann.id })).toBeGreaterThan(0);
    for (const scope of [
      {},
      { tenant },
      { owner: ann.id },
      { tenant, owner: bob.id },
      { tenant: bob.id, owner: ann.id },
    ])
      expect(await count(scope)).toBe(0);
    const usage = await database
      .scoped({ tenant: bob.id })
      .row<{ count: number }>(sql`SELECT count(*) AS count FROM assistants.usage_entry`);
    expect(usage?.count).toBe(0);
  });
});

describe('files', () => {
  const upload = (who: Someone, name: string, body: Uint8Array) =>
    who.call(contract.uploadFile, { query: { name }, body, headers: company });
  const text = (words: string) => new TextEncoder().encode(words);

  it('are read, given to a question, and go with the conversation', async () => {
    const file = (await upload(ann, '../Модуль.bsl', text('Процедура А()\nКонецПроцедуры'))).reply();
    expect(file).toMatchObject({ name: 'Модуль.bsl', kind: 'bsl', warnings: [] });
    const answer = await say(ann, 'Проверь этот модуль', { file_ids: [file.id] });
    expect(answer.tool_calls).toMatchObject([{ name: 'check_code' }]);
    const params = { id: file.id };
    const bytes = await ann.call(contract.getFileContent, { params, headers: company });
    expect(bytes.text).toContain('КонецПроцедуры');
    expect(bytes.headers['content-disposition']).toContain('attachment');
    const used = await ann.call(contract.deleteFile, { params, headers: company });
    expect([used.status, used.problem().code]).toEqual([409, 'assistants.file_in_use']);
    const { items } = (
      await ann.call(contract.getConversation, { params: { id: answer.conversation_id }, headers: company })
    ).reply();
    expect(items[0]?.files).toMatchObject([{ id: file.id, name: 'Модуль.bsl' }]);

    const gone = await ann.call(contract.deleteConversation, {
      params: { id: answer.conversation_id },
      query: { forget: true },
      headers: company,
    });
    expect(gone.status).toBe(204);
    expect((await ann.call(contract.getFile, { params, headers: company })).status).toBe(404);
  });

  it('belong to one person', async () => {
    const file = (await upload(ann, 'a.txt', text('мой текст'))).reply();
    const params = { id: file.id };
    const asked = await bob.call(contract.chat, {
      params: { role: 'developer' },
      body: { message: 'Проверь', file_ids: [file.id] },
      headers: company,
    });
    expect([asked.status, asked.problem().code]).toEqual([404, 'assistants.file_not_found']);
    expect((await bob.call(contract.getFileContent, { params, headers: company })).status).toBe(404);
    expect((await ann.call(contract.getFile, { params, headers: other })).status).toBe(404);
    expect((await ann.call(contract.deleteFile, { params, headers: company })).status).toBe(204);
  });

  it.each([
    ['empty.txt', new Uint8Array(), 'assistants.file_empty'],
    ['a.bsl', new Uint8Array([1, 0, 255, 0, 7, 0, 0, 3]), 'assistants.file_'],
    ['a.docx', text('no zip at all'), 'assistants.file_broken'],
  ])('that cannot be read are refused with words: %s', async (name, body, code) => {
    const answer = await upload(ann, name, body);
    expect(answer.status).toBe(422);
    expect(answer.problem().code).toContain(code);
  });

  it('of more than 20 MB are refused', async () => {
    const answer = await upload(ann, 'large.txt', new Uint8Array(contract.maxFileBytes + 1));
    expect(answer.status).toBe(413);
  });
});

describe('figures', () => {
  it('of an assistant: requests, tools, latency, feedback, days; history can be deleted', async () => {
    const eve = await app.someone('eve');
    const answer = (
      await eve.call(contract.chat, {
        params: { role: 'developer' },
        body: { message: 'Проверь код\n```bsl\nА = 1;\n```' },
      })
    ).reply();
    const judge = (useful: boolean) =>
      eve.call(contract.giveFeedback, {
        params: { id: answer.id },
        body: { useful, reasons: ['precise'], comment: ' Точно ' },
      });
    await judge(false);
    await judge(true);
    const stats = (await eve.call(contract.roleStats, { params: { role: 'developer' } })).reply();
    expect(stats).toMatchObject({
      requests: 1,
      conversations: 1,
      people: 1,
      offline_requests: 1,
      tools: [{ name: 'check_code', calls: 1 }],
      feedback: { useful: 1, not_useful: 0, reasons: [{ reason: 'precise', count: 1 }] },
      by_day: [{ requests: 1 }],
    });
    expect(stats.latency_ms.p50).toBeGreaterThanOrEqual(0);
    const { items } = (
      await eve.call(contract.getConversation, { params: { id: answer.conversation_id } })
    ).reply();
    expect(items[1]?.feedback).toEqual({ useful: true, reasons: ['precise'], comment: 'Точно' });
    await eve.call(contract.withdrawFeedback, { params: { id: answer.id } });
    const missing = await eve.call(contract.roleStats, { params: { role: 'nobody' } });
    expect(missing.problem().code).toBe('assistants.role_not_found');
    for (const role of ['architect', 'tester', 'project-manager', 'business-analyst'])
      expect((await eve.call(contract.roleStats, { params: { role } })).reply().requests).toBe(0);

    const metrics = await app.test.inject({ method: 'GET', url: '/metrics' });
    expect(metrics.body).toContain('assistant_requests_total{role="developer"}');

    const deleted = await eve.call(contract.deleteHistory, {
      params: { role: 'developer' },
      query: { forget: true },
    });
    expect(deleted.reply()).toEqual({ deleted: 1 });
    expect((await eve.call(contract.listConversations)).reply().items).toEqual([]);
  });

  it('and budgets are the administrators’ business', async () => {
    const body = { tokens_per_day: 5, cost_per_month: null };
    const set = (who: Someone, subject: string) =>
      who.call(contract.setBudget, { params: { subject }, body, headers: company });
    expect((await set(bob, 'company')).problem().code).toBe('tenants.role_too_low');
    expect((await bob.call(contract.listBudgets, { headers: company })).status).toBe(403);
    const eve = await app.someone('eve-2');
    expect((await set(ann, eve.id)).problem().code).toBe('assistants.member_not_found');
    expect((await set(ann, bob.id)).reply()).toEqual(body);
    const { budgets, by_user: people } = (await bob.call(contract.getUsage, { headers: company })).reply();
    expect(budgets.mine).toMatchObject({ tokens_per_day: 5, state: 'ok', inherited: false });
    expect(people.every(({ user_id: id }) => id === bob.id)).toBe(true);
    const removed = await ann.call(contract.removeBudget, { params: { subject: bob.id }, headers: company });
    expect(removed.status).toBe(204);
  });
});

describe('a person', () => {
  it('takes everything along and leaves nothing behind', async () => {
    const eve = await app.someone('eve-3');
    const file = (
      await eve.call(contract.uploadFile, {
        query: { name: 'x.txt' },
        body: new TextEncoder().encode('секрет'),
      })
    ).reply();
    const answer = (
      await eve.call(contract.chat, {
        params: { role: 'developer' },
        body: { message: 'Привет, запомни секрет', file_ids: [file.id] },
      })
    ).reply();
    const { personalData } = app.test.app.service(defineRef<AssistantsService>(assistantsRef.id));
    const role = await app.sampleRole(eve);
    expect(JSON.stringify(await personalData.export(eve.id))).toContain('запомни секрет');
    await app.test.app.database.transaction((tx) => personalData.erase(tx, eve.id));
    const history = (await eve.call(contract.listRoleVersions, { params: { role } })).reply();
    expect(history.items).toMatchObject([{ author_id: null }]);
    expect(JSON.stringify(await personalData.export(eve.id))).not.toContain('секрет');
    const params = { id: answer.conversation_id };
    expect((await eve.call(contract.getConversation, { params })).status).toBe(404);
    expect((await eve.call(contract.getFile, { params: { id: file.id } })).status).toBe(404);
  });
});
