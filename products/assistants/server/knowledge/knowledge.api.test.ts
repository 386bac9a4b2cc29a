import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { type Reader, sql } from '#platform/server/database';
import { testClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { type Companies, type Someone, said, startCompanies } from '../../testing/index.ts';
import { assistantsModule } from '../module.ts';
import { tradeExport } from '../projects/exports.fixture.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let companies: Companies;
let owner: Someone;
let member: Someone;
let viewer: Someone;
let stranger: Someone;

beforeAll(async () => {
  companies = await startCompanies({ modules });
  ({ owner, member, viewer, stranger } = companies);
});

afterAll(() => companies.test.close());

const at = (): { headers: Record<string, string> } => companies.at();
const bytes = (): { headers: Record<string, string> } =>
  companies.at({ 'content-type': 'application/octet-stream' });

async function create(
  who: Someone,
  name: string,
  reading: contract.CollectionAccess,
): Promise<contract.KnowledgeCollection> {
  return (await who.call(contract.createCollection, { ...at(), body: { name, reading } })).reply();
}

function send(who: Someone, id: string, name: string, body: string | Uint8Array) {
  return who.call(contract.uploadKnowledgeDocument, {
    ...bytes(),
    params: { id },
    query: { name },
    body: typeof body === 'string' ? strToU8(body) : body,
  });
}

/** The document once it was read or refused. */
function settled(who: Someone, id: string): Promise<contract.KnowledgeDocumentDetail> {
  return vi.waitFor(
    async () => {
      const document = (await who.call(contract.getKnowledgeDocument, { ...at(), params: { id } })).reply();
      expect(['ready', 'refused']).toContain(document.status);
      return document;
    },
    { timeout: 60_000, interval: 50 },
  );
}

async function put(
  who: Someone,
  collectionId: string,
  name: string,
  body: string | Uint8Array,
): Promise<contract.KnowledgeDocumentDetail> {
  return settled(who, (await send(who, collectionId, name, body)).reply().id);
}

async function find(
  who: Someone,
  query: string,
  more: Record<string, unknown> = {},
): Promise<readonly contract.KnowledgeHit[]> {
  return (await who.call(contract.searchKnowledge, { ...at(), body: { query, ...more } })).reply().items;
}

const forAll = { kind: 'company', least_role: 'viewer' } as const;

describe('collections', () => {
  it('are for whom they say, and for nobody else', async () => {
    const admins = await create(owner, 'Для директоров', { kind: 'company', least_role: 'admin' });
    const listed = await create(owner, 'Для проекта', { kind: 'members', member_ids: [viewer.id] });
    const own = await create(member, 'Мои заметки', { kind: 'private' });
    await put(owner, admins.id, 'Премии.md', '# Премии\nКвартальная премия директора.');
    await put(owner, listed.id, 'Проект.md', '# Проект\nКвартальная премия проекта.');
    await put(member, own.id, 'Заметка.md', '# Заметка\nКвартальная премия моя.');
    const seen = async (who: Someone): Promise<readonly string[]> => [
      ...(await who.call(contract.listCollections, at())).reply().items.map(({ name }) => name),
      ...(await find(who, 'квартальная премия')).map(({ document_name: name }) => name),
    ];
    expect(await seen(owner)).toEqual(
      expect.arrayContaining(['Для директоров', 'Для проекта', 'Премии.md', 'Проект.md']),
    );
    expect(await seen(owner)).toHaveLength(4);
    expect(await seen(viewer)).toEqual(['Для проекта', 'Проект.md']);
    expect(await seen(member)).toEqual(['Мои заметки', 'Заметка.md']);
    const get = (who: Someone, id: string) =>
      said(who.call(contract.getCollection, { ...at(), params: { id } }));
    expect(await get(member, admins.id)).toBe('404 assistants.collection_not_found');
    expect(await get(owner, own.id)).toBe('404 assistants.collection_not_found');
    expect(await get(stranger, listed.id)).toBe('404 tenants.company_not_found');
    expect(await said(stranger.call(contract.getCollection, { params: { id: listed.id } }))).toBe(
      '404 assistants.collection_not_found',
    );
    expect(await find(member, 'квартальная премия', { collection_ids: [admins.id] })).toEqual([]);

    // What others read changes with the collection, at once.
    await owner.call(contract.changeCollection, {
      ...at(),
      params: { id: listed.id },
      body: { reading: { kind: 'members', member_ids: [member.id] } },
    });
    expect(await seen(viewer)).toEqual([]);
    expect(await seen(member)).toContain('Проект.md');
  });

  it('are made and managed by administrators, private ones by members', async () => {
    const make = (who: Someone, body: Record<string, unknown>) =>
      said(who.call(contract.createCollection, { ...at(), body }));
    expect(await make(member, { name: 'Общая', reading: forAll })).toBe('403 tenants.role_too_low');
    expect(await make(viewer, { name: 'Своя', reading: { kind: 'private' } })).toBe(
      '403 tenants.role_too_low',
    );
    expect(
      await make(owner, { name: 'Чужие', reading: { kind: 'members', member_ids: [stranger.id] } }),
    ).toBe('422 assistants.not_a_member');
    const { id } = await create(owner, 'Общая', forAll);
    expect(await make(owner, { name: 'ОБЩАЯ', reading: forAll })).toBe(
      '409 assistants.collection_name_taken',
    );
    const params = { id };
    expect(await said(member.call(contract.deleteCollection, { ...at(), params }))).toBe(
      '403 tenants.role_too_low',
    );
    expect(
      await said(viewer.call(contract.changeCollection, { ...at(), params, body: { name: 'Моя' } })),
    ).toBe('403 tenants.role_too_low');
    const own = await create(member, 'Своя', { kind: 'private' });
    expect(
      await said(
        member.call(contract.changeCollection, {
          ...at(),
          params: { id: own.id },
          body: { reading: forAll },
        }),
      ),
    ).toBe('409 assistants.collection_is_private');
    expect((await member.call(contract.deleteCollection, { ...at(), params: { id: own.id } })).status).toBe(
      204,
    );
    expect((await owner.call(contract.deleteCollection, { ...at(), params })).status).toBe(204);
    expect((await testClient(companies.test)(contract.listCollections)).status).toBe(401);
  });

  it.each([
    { reading: forAll },
    { name: ' ', reading: forAll },
    { name: 'а' },
    { name: 'а', reading: { kind: 'company', least_role: 'guest' } },
    { name: 'а', reading: { kind: 'members', member_ids: ['x'] } },
  ])('refuse %j', async (body) => {
    expect((await owner.call(contract.createCollection, { ...at(), body })).status).toBe(422);
  });
});

describe('documents', () => {
  let id: string;

  beforeAll(async () => {
    ({ id } = await create(owner, 'Регламенты', forAll));
  });

  it('are read into an outline, parts and passages with lines', async () => {
    const text =
      '# Обмен\nВступление об обмене данными между базами предприятия.\n\n## Расписание\nОбмен идёт каждые пятнадцать минут.\n';
    const document = await put(member, id, 'Обмен.md', text);
    expect(document).toMatchObject({ status: 'ready', kind: 'md', title: 'Обмен', parts: 1, fault: null });
    expect(document.outline.map(({ title, level, line }) => [title, level, line])).toEqual([
      ['Обмен', 1, 1],
      ['Расписание', 2, 4],
    ]);
    const params = { id: document.id };
    const part = (await viewer.call(contract.getKnowledgeDocumentText, { ...at(), params })).reply();
    expect(part.blocks.map(({ kind, text: shown }) => [kind, shown])).toContainEqual([
      'heading',
      'Расписание',
    ]);
    const beyond = { ...at(), params, query: { part: 2 } };
    expect(await said(viewer.call(contract.getKnowledgeDocumentText, beyond))).toBe(
      '404 assistants.part_not_found',
    );
    const content = await viewer.call(contract.getKnowledgeDocumentContent, { ...at(), params });
    expect(Buffer.from(content.bytes).toString()).toBe(text);
    expect(content.headers['content-disposition']).toContain('attachment');
    const [hit] = await find(viewer, 'как часто идёт обмен');
    expect(hit).toMatchObject({
      document_id: document.id,
      heading: ['Обмен', 'Расписание'],
      lines: [4, 5],
      page: null,
      part: 1,
    });
    const words = hit?.excerpt.marks.map(([from, to]) => hit.excerpt.text.slice(from, to));
    expect(words).toEqual(expect.arrayContaining(['Обмен', 'идёт']));
  });

  it('change with another upload of their name, and not with the same bytes', async () => {
    const first = await put(member, id, 'Цены.txt', 'Розничная наценка тридцать процентов.');
    const again = await send(member, id, 'цены.txt', 'Розничная наценка тридцать процентов.');
    expect([again.status, again.reply().id]).toEqual([200, first.id]);
    const next = await send(member, id, 'Цены.txt', 'Розничная надбавка сорок процентов.');
    expect([next.status, next.reply().id]).toEqual([202, first.id]);
    await settled(member, first.id);
    expect((await find(viewer, 'надбавка')).map(({ document_id: found }) => found)).toEqual([first.id]);
    expect(await find(viewer, 'наценка')).toEqual([]);
    expect(
      await said(viewer.call(contract.deleteKnowledgeDocument, { ...at(), params: { id: first.id } })),
    ).toBe('403 tenants.role_too_low');
    expect(
      (await member.call(contract.deleteKnowledgeDocument, { ...at(), params: { id: first.id } })).status,
    ).toBe(204);
    expect(await find(viewer, 'надбавка')).toEqual([]);
    await vi.waitFor(async () => {
      const left = await companies.test.app.storage.list(
        `assistants/knowledge/${companies.company}/${id}/${first.id}/`,
      );
      expect(left).toEqual([]);
    });
  });

  it.each([
    ['пусто.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
    ['архив.zip', zipSync({ 'a.txt': strToU8('текст') })],
    ['документ.docx', strToU8('это не документ')],
    ['пробелы.txt', strToU8('   \n  ')],
  ])('say why they are refused: %s', async (name, body) => {
    const document = await put(member, id, name, body);
    expect(document).toMatchObject({ status: 'refused', indexed_at: null, chunks: 0 });
    expect(document.fault?.ru).toMatch(/[а-я]{4}/u);
    expect(document.fault?.en).toMatch(/[a-z]{4}/u);
  });

  it('keep what was read when the next upload is refused', async () => {
    const document = await put(member, id, 'Склад.txt', 'Адресное хранение на стеллажах.');
    const broken = await put(
      member,
      id,
      'Склад.txt',
      new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2]),
    );
    expect(broken).toMatchObject({ id: document.id, status: 'refused', chunks: 1 });
    expect(await find(viewer, 'стеллажи')).toHaveLength(1);
  });

  it('are refused empty, by viewers, and into collections of others', async () => {
    expect(await said(send(member, id, 'а.txt', new Uint8Array()))).toBe('422 assistants.file_empty');
    expect(await said(send(viewer, id, 'а.txt', 'текст'))).toBe('403 tenants.role_too_low');
    expect(await said(send(stranger, id, 'а.txt', 'текст'))).toBe('404 tenants.company_not_found');
    const own = await create(owner, 'Только моя', { kind: 'private' });
    const secret = await put(owner, own.id, 'Тайна.txt', 'Тайна.');
    for (const route of [contract.getKnowledgeDocument, contract.getKnowledgeDocumentContent])
      expect(await said(member.call(route, { ...at(), params: { id: secret.id } }))).toBe(
        '404 assistants.document_not_found',
      );
    expect(
      await said(member.call(contract.deleteKnowledgeDocument, { ...at(), params: { id: secret.id } })),
    ).toBe('404 assistants.document_not_found');
  });

  it('may be modules and whole configurations', async () => {
    const code = '// Ищет.\nФункция Искать(Где) Экспорт\n\tВозврат СтрНайти(Где, "а");\nКонецФункции\n';
    const module = await put(member, id, 'Поиск.bsl', code);
    expect(module).toMatchObject({
      kind: 'bsl',
      outline: [{ title: 'Функция Искать(Где) Экспорт', line: 2 }],
    });
    expect(await find(viewer, 'StrFind')).toMatchObject([{ heading: ['Искать'], lines: [1, 4] }]);
    const configuration = await put(member, id, 'Торговля.zip', tradeExport);
    expect(configuration).toMatchObject({ kind: 'configuration', status: 'ready', title: 'Торговля 1.2.3' });
    const [partners] = await find(viewer, 'реквизиты справочника Партнёры: ИНН и Город');
    expect(partners?.heading).toEqual(['Справочник.Партнеры (Партнёры и клиенты)']);
    expect((await find(viewer, 'ЗакрытьДень'))[0]?.heading.at(-1)).toBe('ЗакрытьДень');
  });

  it('are listed by name and status', async () => {
    const list = async (query: Record<string, unknown>): Promise<readonly string[]> => {
      const page = await viewer.call(contract.listKnowledgeDocuments, { ...at(), params: { id }, query });
      return page.reply().items.map(({ name }) => name);
    };
    expect(await list({ search: 'обмен' })).toEqual(['Обмен.md']);
    expect(await list({ status: 'refused' })).toContain('архив.zip');
    expect(await list({ limit: 1 })).toHaveLength(1);
  });

  it.each([
    {},
    { query: ' ' },
    { query: 'x'.repeat(2_001) },
    { query: 'а', limit: 51 },
    { query: 'а', collection_ids: ['x'] },
  ])('refuse the search %j', async (body) => {
    expect((await viewer.call(contract.searchKnowledge, { ...at(), body })).status).toBe(422);
  });

  it('are data: what is asked cannot become a statement', async () => {
    for (const query of ["'; DROP TABLE assistants.chunk; --", '\\', '%_', '���', '"'.repeat(500)])
      expect(await find(viewer, query)).toBeDefined();
  });
});

describe('knowledge in the database', () => {
  const tables = [
    sql`SELECT 1 FROM assistants.collection`,
    sql`SELECT 1 FROM assistants.document`,
    sql`SELECT 1 FROM assistants.document_part`,
    sql`SELECT 1 FROM assistants.chunk`,
    sql`SELECT 1 FROM assistants.posting`,
  ];
  const count = (reader: Reader): Promise<readonly number[]> =>
    Promise.all(tables.map(async (statement) => (await reader.rows(statement)).length));

  it('is invisible under another company, private rows under another person', async () => {
    const { database } = companies.test.app;
    const { company } = companies;
    expect(Math.min(...(await count(database.scoped({ tenant: company }))))).toBeGreaterThan(0);
    expect(await count(database.scoped({ tenant: stranger.id, owner: owner.id }))).toEqual([0, 0, 0, 0, 0]);
    expect(await count(database.scoped({ owner: owner.id }))).toEqual([0, 0, 0, 0, 0]);
    const secret = sql`SELECT 1 FROM assistants.chunk WHERE content = 'Тайна.'`;
    expect(await database.scoped({ tenant: company, owner: owner.id }).rows(secret)).toHaveLength(1);
    expect(await database.scoped({ tenant: company, owner: member.id }).rows(secret)).toHaveLength(0);
    expect(await database.scoped({ tenant: company }).rows(secret)).toHaveLength(0);
  });

  it('keeps the figures that ranking goes by', async () => {
    const rows = await companies.test.app.database.scoped({ tenant: companies.company }).rows(sql`
      SELECT 1 FROM assistants.collection c
       WHERE chunk_count <> (SELECT count(*) FROM assistants.chunk WHERE collection_id = c.id)
          OR term_count <> coalesce((SELECT sum(term_count) FROM assistants.document WHERE collection_id = c.id), 0)`);
    expect(rows).toEqual([]);
  });
});
