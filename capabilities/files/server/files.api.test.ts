import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { sql } from '#platform/server/database';
import { startTestApp, type TestApp, type TestClient, testClient } from '#platform/testing';
import { deleteFile, putContent, readFile, startUpload } from '../contract/index.ts';
import { picture, published, upload } from '../testing/index.ts';
import { personId, testModule } from './files.fixture.ts';
import { type Files, filesRef } from './index.ts';
import { filesModule } from './module.ts';

let app: TestApp;
let files: Files;
const as = (name: string): TestClient => testClient(app, name);
beforeAll(async () => {
  app = await startTestApp({ modules: [filesModule, testModule] });
  files = app.app.service(filesRef);
});
afterAll(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers });

describe('an uploaded picture', () => {
  it('is published upright, in smaller versions, with a hash, and served for ever', async () => {
    const ann = as('ann');
    const { file, status } = await published(ann, await picture('png'), { name: 'Мой снимок.PNG' });
    expect(status).toBe('published');
    expect(file).toMatchObject({ name: 'Мой снимок.jpg', media_type: 'image/jpeg', width: 300, height: 200 });
    expect(file.variants.map(({ width, media_type }) => [width, media_type])).toEqual([
      [64, 'image/avif'],
      [64, 'image/webp'],
      [200, 'image/avif'],
      [200, 'image/webp'],
    ]);
    expect(file.url).toMatch(/^\/files\/content\/[0-9a-f]{64}\/image\.jpg$/);
    const answer = await get(file.url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'content-length': String(file.size),
    });
    expect(answer.headers['content-disposition']).toBe(
      `inline; filename="___ ______.jpg"; filename*=UTF-8''${encodeURIComponent('Мой снимок.jpg')}`,
    );
    for (const variant of file.variants) {
      const { rawPayload } = await get(variant.url);
      expect((await sharp(rawPayload).metadata()).width).toBe(variant.width);
    }
    const view = (await files.files(app.test.database, [file.id])).get(file.id);
    expect(view?.perceptualHash).toMatch(/^[0-9a-f]{16}$/);
    expect(view?.ownerId).toBe(personId('ann'));
  });

  it('is not sent twice: ETag, 304, ranges, HEAD', async () => {
    const { file } = await published(as('ann'), await picture('jpeg'));
    const whole = await get(file.url);
    const etag = String(whole.headers.etag);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const same = await get(file.url, { 'if-none-match': known });
      expect([same.statusCode, same.body]).toEqual([304, '']);
      expect(same.headers['cache-control']).toContain('immutable');
    }
    expect((await get(file.url, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    const part = await get(file.url, { range: 'bytes=10-19' });
    expect([part.statusCode, part.headers['content-range']]).toEqual([206, `bytes 10-19/${file.size}`]);
    expect(part.rawPayload).toEqual(whole.rawPayload.subarray(10, 20));
    const beyond = await get(file.url, { range: `bytes=${file.size}-` });
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${file.size}`]);
    const head = await app.inject({ method: 'HEAD', url: file.url });
    expect([head.statusCode, head.body]).toEqual([200, '']);
  });

  it('has one address only', async () => {
    const { file } = await published(as('ann'), await picture('jpeg', { seed: 3 }));
    expect((await get(file.url.replace('image.jpg', 'other.jpg'))).statusCode).toBe(404);
    expect((await get(`/files/content/${'0'.repeat(64)}/image.jpg`)).statusCode).toBe(404);
    expect((await get('/files/content/..%2f..%2fsecret/image.jpg')).statusCode).toBe(422);
  });

  it('looks alike by its hash after recompression, and unlike another', async () => {
    const hash = async (bytes: Buffer) => {
      const { id } = await published(as('ann'), bytes);
      const view = (await files.files(app.test.database, [id])).get(id);
      return BigInt(`0x${view?.perceptualHash}`);
    };
    const distance = (left: bigint, right: bigint) => (left ^ right).toString(2).replaceAll('0', '').length;
    const original = await picture('png', { seed: 1 });
    const first = await hash(original);
    const again = await hash(await sharp(original).resize(150).jpeg({ quality: 40 }).toBuffer());
    const other = await hash(await picture('png', { seed: 7 }));
    expect(distance(first, again)).toBeLessThanOrEqual(10);
    expect(distance(first, other)).toBeGreaterThan(10);
  });
});

describe('an upload', () => {
  it('needs a person, a purpose, the right and sane fields', async () => {
    const body = { purpose: 'test.picture', name: 'a.png', size: 10 };
    const start = async (name: string, over: object) =>
      (await as(name)(startUpload, { body: { ...body, ...over } })).problem();
    const nobody = await app.inject({ method: 'POST', url: '/files/uploads', payload: body });
    expect(nobody.statusCode).toBe(401);
    expect(await start('banned', {})).toMatchObject({ status: 403, code: 'files.not_allowed' });
    expect(await start('ann', { purpose: 'test.none' })).toMatchObject({ code: 'files.purpose_unknown' });
    expect(await start('ann', { media_type: 'image/svg+xml' })).toMatchObject({ code: 'files.type_refused' });
    expect(await start('ann', { size: 6_000_000 })).toMatchObject({ status: 422, code: 'files.too_large' });
    for (const wrong of [{ size: 0 }, { size: 1.5 }, { name: '' }, { purpose: '../x' }, { extra: 1 }]) {
      expect(await start('ann', wrong)).toMatchObject({ status: 422, code: 'http.invalid_input' });
    }
  });

  it('is its owner’s alone', async () => {
    const bytes = await picture();
    const started = await as('ann')(startUpload, {
      body: { purpose: 'test.picture', name: 'a.png', size: bytes.length },
    });
    const { id } = started.reply();
    const bob = as('bob');
    expect((await bob(putContent, { params: { id }, body: bytes })).status).toBe(404);
    expect((await bob(readFile, { params: { id } })).status).toBe(404);
    expect((await bob(deleteFile, { params: { id } })).status).toBe(404);
    expect((await as('ann')(readFile, { params: { id } })).reply()).toMatchObject({
      status: 'pending',
      file: null,
    });
    const unknown = await bob(putContent, { params: { id: newId() }, body: bytes });
    expect(unknown.problem()).toMatchObject({ status: 404, code: 'files.not_found' });
  });

  it('is taken once, however many send it at once', async () => {
    const bytes = await picture('png', { seed: 5 });
    const ann = as('ann');
    const started = await ann(startUpload, {
      body: { purpose: 'test.picture', name: 'a.png', size: bytes.length },
    });
    const { id } = started.reply();
    const all = await Promise.all(
      Array.from({ length: 6 }, () => ann(putContent, { params: { id }, body: bytes })),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const objects = await app.test.database.row<{ count: number }>(
      sql`SELECT count(*)::int AS count FROM files.object WHERE file_id = ${id}::uuid`,
    );
    expect(objects?.count).toBe(5);
    expect((await ann(putContent, { params: { id }, body: bytes })).problem()).toMatchObject({
      code: 'files.upload_running',
    });
  });

  it('must have the size it was announced with, and can be sent again', async () => {
    const ann = as('ann');
    const bytes = await picture('png', { seed: 6 });
    const longer = await upload(ann, bytes, { size: bytes.length - 1 });
    expect(longer.sent.problem()).toMatchObject({ status: 422, code: 'files.size_mismatch' });
    const { id } = longer;
    const again = await ann(putContent, { params: { id }, body: bytes.subarray(0, 10) });
    expect(again.problem()).toMatchObject({ code: 'files.size_mismatch' });
    expect((await ann(readFile, { params: { id } })).reply()).toMatchObject({
      status: 'refused',
      refusal: 'files.size_mismatch',
    });
    const announced = { 'content-length': String(101 * 1_048_576) };
    const lie = await ann(putContent, { params: { id }, body: bytes, headers: announced });
    expect(lie.problem()).toMatchObject({ status: 413, code: 'http.body_too_large' });
  });
});

describe('a private file', () => {
  it('is shown to its owner and to whom the purpose lets in, by an address that ends', async () => {
    const { id, file } = await published(as('ann'), Buffer.from('Анализ крови: всё хорошо.'), {
      purpose: 'test.paper',
      name: 'анализ.txt',
    });
    expect(file.url).toMatch(/^\/files\/private\//);
    const answer = await get(file.url);
    expect(answer.body).toBe('Анализ крови: всё хорошо.');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(answer.headers['content-disposition']).toMatch(/^attachment; /);
    expect((await as('bob')(readFile, { params: { id } })).status).toBe(404);
    expect((await get(`/files/${id}`)).statusCode).toBe(404);
    expect((await as('doctor')(readFile, { params: { id } })).reply().file?.url).toBe(file.url);
    const forged = `${file.url.slice(0, -2)}${file.url.endsWith('AA') ? 'BB' : 'AA'}`;
    expect((await get(forged)).statusCode).toBe(404);
    const hash = await app.test.database.row<{ content_hash: string }>(
      sql`SELECT content_hash FROM files.object WHERE file_id = ${id}::uuid`,
    );
    expect((await get(`/files/content/${hash?.content_hash}/document.txt`)).statusCode).toBe(404);
  });
});
