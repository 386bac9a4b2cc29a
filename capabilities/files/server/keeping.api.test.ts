import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineRef } from '#base/ref';
import { day, hour } from '#base/time';
import { startTestApp, type TestApp, type TestClient, testClient } from '#platform/testing';
import { deleteFile, putContent, readFile, startUpload } from '../contract/index.ts';
import { picture, published, upload } from '../testing/index.ts';
import { personId, testModule } from './files.fixture.ts';
import { filesRef } from './index.ts';
import { filesModule } from './module.ts';
import type { FilesService } from './service.ts';

let app: TestApp;
let files: FilesService;
let now = Date.parse('2026-03-01T12:00:00Z');
const as = (name: string): TestClient => testClient(app, name);
const paper = { purpose: 'test.paper', name: 'a.txt' };
const papers = { purpose: 'test.paper' };
const words = (text: string): Buffer => Buffer.from(text);

beforeAll(async () => {
  app = await startTestApp({
    modules: [filesModule, testModule],
    clock: () => new Date(now),
    environment: { FILES_MAX_PENDING: '3', FILES_DAILY_BYTES: '2000000' },
  });
  files = app.app.service(defineRef<FilesService>(filesRef.id));
});
afterAll(() => app.close());

const stored = async (): Promise<readonly string[]> =>
  (await app.app.storage.list('files/')).map(({ key }) => key.split('/')[2] ?? '');
const transaction: TestApp['app']['database']['transaction'] = (work) => app.app.database.transaction(work);
const announce = (name: string, size: number) => as(name)(startUpload, { body: { ...paper, size } });

describe('quotas', () => {
  it('let so many uploads wait, however many ask at once, and free their places', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => announce('crowd', 10)));
    expect(all.map(({ status }) => status).sort()).toEqual([201, 201, 201, 429, 429, 429, 429, 429]);
    const refused = all.find(({ status }) => status === 429);
    expect(refused?.problem().code).toBe('files.too_many_pending');
    const [first, second] = all.filter(({ status }) => status === 201).map((reply) => reply.reply().id);
    const crowd = as('crowd');
    expect((await crowd(deleteFile, { params: { id: first ?? '' } })).status).toBe(204);
    expect((await announce('crowd', 10)).status).toBe(201);
    expect(
      (await crowd(putContent, { params: { id: second ?? '' }, body: words('0123456789') })).status,
    ).toBe(200);
    expect((await announce('crowd', 10)).status).toBe(201);
    expect((await announce('crowd', 10)).status).toBe(429);
    expect((await announce('other', 10)).status).toBe(201);
  });

  it('count the bytes of a day', async () => {
    expect((await announce('glutton', 1_500_000)).status).toBe(201);
    expect((await announce('glutton', 600_000)).problem()).toMatchObject({
      status: 429,
      code: 'files.quota_exceeded',
    });
    now += day;
    expect((await announce('glutton', 600_000)).status).toBe(201);
  });
});

describe('a file', () => {
  it('stays while something uses it, is hidden a day after, gone after seven more', async () => {
    const ann = as('ann');
    const { id } = await published(ann, words('kept'), paper);
    const loose = await published(ann, words('loose'), paper);
    const use = { ...papers, subjectId: 'visit-1', fileIds: [id] };
    await transaction((tx) => files.attach(tx, { ...use, ownerId: personId('ann') }));
    expect((await ann(deleteFile, { params: { id } })).problem()).toMatchObject({
      status: 409,
      code: 'files.in_use',
    });
    now += day + hour;
    await files.collect();
    expect((await ann(readFile, { params: { id } })).status).toBe(200);
    expect((await ann(readFile, { params: { id: loose.id } })).status).toBe(404);
    expect(await stored()).toContain(loose.id);
    await transaction((tx) => files.detach(tx, use));
    now += 7 * day + hour;
    await files.collect();
    await expect.poll(stored, { timeout: 20_000 }).not.toContain(loose.id);
    expect((await ann(readFile, { params: { id } })).status).toBe(404);
    expect(await stored()).toContain(id);
    now += 7 * day + hour;
    await files.collect();
    await expect.poll(stored, { timeout: 20_000 }).not.toContain(id);
  });

  it('is tied only by its owner, for its purpose, once published', async () => {
    const { id } = await published(as('ann'), words('mine'), paper);
    const pending = (await announce('ann', 10)).reply().id;
    const attach = (over: object) =>
      transaction((tx) =>
        files.attach(tx, { ...papers, ownerId: personId('ann'), subjectId: 's', fileIds: [id], ...over }),
      );
    for (const over of [
      { ownerId: personId('bob') },
      { purpose: 'test.picture' },
      { fileIds: [id, pending] },
      { fileIds: [personId('nothing')] },
    ]) {
      await expect(attach(over)).rejects.toMatchObject({ code: 'files.not_found' });
    }
    await Promise.all([attach({}), attach({}), attach({ subjectId: 't' })]);
    await transaction((tx) => files.detach(tx, { ...papers, subjectId: 's', fileIds: [id] }));
    expect((await as('ann')(deleteFile, { params: { id } })).status).toBe(409);
    await transaction((tx) => files.detach(tx, { ...papers, subjectId: 't', fileIds: [id] }));
    expect((await as('ann')(deleteFile, { params: { id } })).status).toBe(204);
    expect((await as('ann')(deleteFile, { params: { id } })).status).toBe(404);
  });

  it('that was never finished is forgotten after a day', async () => {
    const { id } = (await announce('late', 10)).reply();
    const refused = await upload(as('late'), words('<html>'), paper);
    now += day + hour;
    await files.collect();
    for (const one of [id, refused.id]) {
      expect((await as('late')(readFile, { params: { id: one } })).status).toBe(404);
    }
    const all = await Promise.all([1, 2, 3].map(() => announce('late', 10)));
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it('of the server’s own making passes the same check', async () => {
    const own = { ownerId: personId('ann'), purpose: 'test.picture', name: 'card.png' };
    const view = await files.publish({ ...own, body: await picture('png', { seed: 9 }) });
    expect(view).toMatchObject({
      mediaType: 'image/jpeg',
      purpose: 'test.picture',
      name: 'card.jpg',
      width: 300,
    });
    expect((await files.read(view.id))?.length).toBe(view.size);
    await expect(files.publish({ ...own, body: words('<svg/>') })).rejects.toMatchObject({
      code: 'files.type_refused',
    });
    await transaction((tx) => files.remove(tx, view.id));
    expect(await files.read(view.id)).toBe(undefined);
    await expect.poll(stored, { timeout: 20_000 }).not.toContain(view.id);
  });

  it('larger than is checked at once is checked by a job', async () => {
    const big = as('big');
    const bytes = Buffer.alloc(10 * 1_048_576 + 1, 'x');
    const own = await startTestApp({ modules: [filesModule, testModule] });
    try {
      const client = testClient(own, 'big');
      const { id, sent } = await upload(client, bytes, paper);
      expect(sent.reply()).toMatchObject({ status: 'checking', file: null });
      const status = async () => (await client(readFile, { params: { id } })).reply().status;
      await expect.poll(status, { timeout: 20_000 }).toBe('published');
    } finally {
      await own.close();
    }
    expect((await big(readFile, { params: { id: personId('x') } })).status).toBe(404);
  });

  it('private, is not shown longer than minutes', async () => {
    const { file } = await published(as('ann'), words('secret'), paper);
    const get = async () => (await app.inject({ method: 'GET', url: file.url })).statusCode;
    now += 9 * 60_000;
    expect(await get()).toBe(200);
    now += 7 * 60_000;
    expect(await get()).toBe(404);
  });
});

describe('a person', () => {
  it('takes everything along, and leaves nothing', async () => {
    const { id } = await published(as('gone'), words('mine'), paper);
    expect(await files.personalData.export(personId('gone'))).toMatchObject({
      files: [{ id, name: 'a.txt', status: 'published', media_type: 'text/plain', size: 4 }],
    });
    for (let time = 0; time < 2; time += 1) {
      await transaction((tx) => files.personalData.erase(tx, personId('gone')));
    }
    expect(await files.personalData.export(personId('gone'))).toEqual({ files: [] });
    await expect.poll(stored, { timeout: 20_000 }).not.toContain(id);
  });
});
