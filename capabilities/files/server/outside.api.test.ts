import { afterEach, describe, expect, it } from 'vitest';
import {
  type S3Double,
  startS3Double,
  startTestApp,
  type TestApp,
  type TestClient,
  testClient,
} from '#platform/testing';
import { completeUpload, readFile, startUpload } from '../contract/index.ts';
import {
  type ClamdDouble,
  picture,
  published,
  startClamdDouble,
  startPurgeDouble,
  testVirus,
  upload,
} from '../testing/index.ts';
import { testModule } from './files.fixture.ts';
import { filesRef } from './index.ts';
import { filesModule } from './module.ts';

let closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

async function open(environment: Readonly<Record<string, string>>): Promise<TestApp> {
  const app = await startTestApp({ modules: [filesModule, testModule], environment });
  closers.push(() => app.close());
  return app;
}

const text = (content: string) => ({
  body: Buffer.from(content),
  options: { purpose: 'test.paper', name: 'a.txt' },
});

describe('with clamd', () => {
  async function withClamd(more: Readonly<Record<string, string>> = {}): Promise<[TestApp, ClamdDouble]> {
    const clamd = await startClamdDouble();
    closers.push(() => clamd.close());
    const environment = { CLAMAV_HOST: '127.0.0.1', CLAMAV_PORT: String(clamd.port), ...more };
    return [await open(environment), clamd];
  }

  it('every file is scanned, whole, and malware is refused', async () => {
    const [app, clamd] = await withClamd();
    const ann = testClient(app, 'ann');
    const clean = Buffer.concat([Buffer.from('text '), Buffer.alloc(200_000, 'x')]);
    await published(ann, clean, { purpose: 'test.paper', name: 'a.txt' });
    expect(clamd.scanned).toEqual([clean.length]);
    const { body, options } = text(`hello ${testVirus}`);
    const { id, sent } = await upload(ann, body, options);
    expect(sent.problem()).toMatchObject({ status: 422, code: 'files.infected' });
    expect((await ann(readFile, { params: { id } })).reply()).toMatchObject({
      status: 'refused',
      refusal: 'files.infected',
      file: null,
    });
    const health = await app.inject({ method: 'GET', url: '/health' });
    expect(health.json().components).toContainEqual(
      expect.objectContaining({ name: 'clamav', status: 'healthy' }),
    );
    const metrics = await app.inject({ method: 'GET', url: '/metrics' });
    expect(metrics.body).toContain('files_uploads_total{outcome="files.infected"} 1');
    expect(metrics.body).toContain('files_uploads_total{outcome="published"} 1');
  });

  it.each(['hangs', 'errors', 'limits', 'drops', 'mumbles'] as const)(
    'nothing is published when it %s, and the upload can be tried again',
    async (behaviour) => {
      const [app, clamd] = await withClamd({ CLAMAV_TIMEOUT_MS: '400' });
      const ann = testClient(app, 'ann');
      clamd.behave(behaviour);
      const { body, options } = text('hello');
      const { id, sent } = await upload(ann, body, options);
      expect(sent.problem()).toMatchObject({ status: 503, code: 'files.scan_unavailable' });
      expect((await ann(readFile, { params: { id } })).reply()).toMatchObject({
        status: 'pending',
        file: null,
      });
      expect(await app.app.service(filesRef).read(id)).toBe(undefined);
      clamd.behave('works');
      const again = await app.inject({
        method: 'PUT',
        url: `/files/uploads/${id}/content`,
        headers: { authorization: 'Bearer ann', 'content-type': 'text/plain' },
        payload: body,
      });
      expect(again.json()).toMatchObject({ status: 'published' });
    },
  );

  it('nothing is published when it is away, and health says so', async () => {
    const [app, clamd] = await withClamd({ CLAMAV_TIMEOUT_MS: '400' });
    await clamd.close();
    closers = closers.slice(1);
    const { body, options } = text('hello');
    const { sent } = await upload(testClient(app, 'ann'), body, options);
    expect(sent.problem()).toMatchObject({ status: 503, code: 'files.scan_unavailable' });
    const health = await app.inject({ method: 'GET', url: '/health' });
    expect(health.json().components).toContainEqual(
      expect.objectContaining({ name: 'clamav', status: 'degraded' }),
    );
  });

  it('a file larger than it reads is refused unread: it would be called clean', async () => {
    const [app, clamd] = await withClamd({ CLAMAV_MAX_BYTES: '2048' });
    const { options } = text('');
    const { sent } = await upload(testClient(app, 'ann'), Buffer.alloc(2_049, 'x'), options);
    expect(sent.problem()).toMatchObject({ status: 422, code: 'files.too_large_to_scan' });
    expect(clamd.scanned).toEqual([]);
  });
});

describe('with S3', () => {
  async function withS3(): Promise<[TestApp, TestClient, S3Double]> {
    const s3 = await startS3Double();
    closers.push(() => s3.close());
    const app = await open({
      S3_ENDPOINT: s3.endpoint,
      S3_REGION: s3.region,
      S3_BUCKET: s3.bucket,
      S3_ACCESS_KEY_ID: s3.accessKeyId,
      S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    });
    return [app, testClient(app, 'ann'), s3];
  }

  async function post(
    url: string,
    fields: Readonly<Record<string, string>>,
    body: Uint8Array,
  ): Promise<number> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([Uint8Array.from(body)]));
    return (await fetch(url, { method: 'POST', body: form })).status;
  }

  it('the bytes go to the bucket, within the announced size, and are published from there', async () => {
    const [app, ann] = await withS3();
    const bytes = await picture();
    const body = { purpose: 'test.picture', name: 'a.png', size: bytes.length };
    const { id, upload: target } = (await ann(startUpload, { body })).reply();
    const { method, url, fields = {} } = target;
    expect(method).toBe('POST');
    const early = await ann(completeUpload, { params: { id } });
    expect(early.problem()).toMatchObject({ status: 409, code: 'files.not_uploaded' });
    expect(await post(url, fields, Buffer.concat([bytes, Buffer.from('x')]))).toBe(400);
    expect(await post(url, { ...fields, key: 'files/published/x' }, bytes)).toBe(403);
    expect(await post(url, fields, bytes)).toBe(204);
    const bob = await testClient(app, 'bob')(completeUpload, { params: { id } });
    expect(bob.status).toBe(404);
    const { file } = (await ann(completeUpload, { params: { id } })).reply();
    const answer = await app.inject({ method: 'GET', url: file?.url ?? '', headers: { range: 'bytes=0-1' } });
    expect([answer.statusCode, answer.rawPayload.toString('hex')]).toEqual([206, 'ffd8']);
    expect((await ann(completeUpload, { params: { id } })).problem().code).toBe('files.upload_running');
  });

  it('what is smaller than announced is refused', async () => {
    const [, ann] = await withS3();
    const body = { purpose: 'test.picture', name: 'a.png', size: 500 };
    const { id, upload: target } = (await ann(startUpload, { body })).reply();
    expect(await post(target.url, target.fields ?? {}, Buffer.alloc(400))).toBe(204);
    const done = await ann(completeUpload, { params: { id } });
    expect(done.problem()).toMatchObject({ status: 422, code: 'files.size_mismatch' });
  });

  it('the bucket away is told as such', async () => {
    const [, ann, s3] = await withS3();
    const body = { purpose: 'test.picture', name: 'a.png', size: 500 };
    const { id } = (await ann(startUpload, { body })).reply();
    s3.behave('errors');
    expect((await ann(completeUpload, { params: { id } })).problem().status).toBe(503);
  });
});

describe('with a content network', () => {
  it.each([
    ['cloudflare', '/zones/zone-1/purge_cache', 'files'],
    ['webhook', '/', 'urls'],
  ])('removed files leave it (%s)', async (kind, path, field) => {
    const network = await startPurgeDouble();
    closers.push(() => network.close());
    const app = await open({
      CDN_BASE_URL: 'https://cdn.example/',
      CDN_PURGE: kind,
      CDN_PURGE_ZONE: 'zone-1',
      CDN_PURGE_TOKEN: 'purge-token',
      CDN_PURGE_URL: network.url,
    });
    const ann = testClient(app, 'ann');
    const { id, file } = await published(ann, await picture());
    expect(file.url).toMatch(/^https:\/\/cdn\.example\/files\/content\//);
    await app.app.database.transaction((tx) => app.app.service(filesRef).remove(tx, id));
    await expect.poll(() => network.calls.length, { timeout: 20_000 }).toBe(1);
    const [call] = network.calls;
    expect([call?.path, call?.authorization]).toEqual([path, 'Bearer purge-token']);
    const urls: unknown = Reflect.get(Object(call?.body), field);
    expect(new Set(Object(urls))).toEqual(new Set([file.url, ...file.variants.map(({ url }) => url)]));
    const page = await app.inject({ method: 'GET', url: '/docs' });
    expect(page.headers['content-security-policy']).toMatch(/img-src [^;]*https:\/\/cdn\.example/);
    const path2 = new URL(file.url).pathname;
    expect((await app.inject({ method: 'GET', url: path2 })).statusCode).toBe(404);
  });

  it('half a configuration does not start', async () => {
    await expect(
      startTestApp({ modules: [filesModule, testModule], environment: { CDN_PURGE: 'webhook' } }),
    ).rejects.toThrow('CDN_PURGE_URL');
  });
});
