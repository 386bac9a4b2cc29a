import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '#base/time';
import { createBreakers } from '#platform/server/resilience';
import { startS3Double } from '#platform/testing/s3-double';
import { createStorage, type Storage } from './index.ts';

let closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = { contentType: 'text/plain; charset=utf-8' };

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'storage-'));
  closers.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function onDisk() {
  const directory = await temporaryDirectory();
  return {
    directory,
    storage: createStorage({ directory, breakers: createBreakers({ clock: systemClock }) }),
  };
}

async function onS3(timeoutMs = 10_000) {
  const double = await startS3Double({ pageSize: 2 });
  closers.push(() => double.close());
  const breakers = createBreakers({ clock: systemClock });
  const storage = createStorage({ s3: double, directory: '/nowhere', breakers, timeoutMs });
  return { double, breakers, storage };
}

const adapters: [string, () => Promise<{ storage: Storage }>][] = [
  ['on disk', onDisk],
  ['in S3', onS3],
];

const badKeys = [
  ['empty', ''],
  ['absolute', '/etc/passwd'],
  ['climbing', '../secret'],
  ['climbing inside', 'a/../../b'],
  ['a dot', 'a/./b'],
  ['hidden', '.ssh/id'],
  ['an empty part', 'a//b'],
  ['an open end', 'a/'],
  ['capitals', 'A.txt'],
  ['a backslash', 'a\\..\\b'],
  ['a NUL', 'a\0b'],
  ['an escape', '%2e%2e/b'],
  ['a line feed', 'a\nb'],
  ['the mark of the adapter', 'a~'],
  ['beyond ASCII', 'файл'],
  ['too long', `${'a/'.repeat(256)}b`],
  ['a part too long', 'a'.repeat(201)],
] as const;

describe.each(adapters)('storage %s', (_name, open) => {
  it('keeps bytes and type, and replaces both', async () => {
    const { storage } = await open();
    const stored = await storage.put('care/visits/1.txt', bytes('first'), plain);
    expect(stored).toEqual({ key: 'care/visits/1.txt', size: 5, contentType: plain.contentType });
    expect(await storage.get(stored.key)).toEqual(bytes('first'));
    await storage.put(stored.key, Uint8Array.from([0, 10, 255, 13]), { contentType: 'image/png' });
    expect(await storage.get(stored.key)).toEqual(Uint8Array.from([0, 10, 255, 13]));
    expect(await storage.head(stored.key)).toEqual({ key: stored.key, size: 4, contentType: 'image/png' });
  });

  it('keeps any bytes, none included', async () => {
    const { storage } = await open();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (body) => {
        await storage.put('any', body, { contentType: 'application/octet-stream' });
        expect(await storage.get('any')).toEqual(new Uint8Array(body));
        expect((await storage.head('any'))?.size).toBe(body.byteLength);
      }),
      { numRuns: 30 },
    );
  });

  it('takes and opens streams, whole and in part', async () => {
    const { storage } = await open();
    async function* chunks(): AsyncIterable<Uint8Array> {
      yield bytes('0123');
      yield bytes('456789');
    }
    expect(await storage.putStream('a/s', chunks(), plain)).toEqual({
      key: 'a/s',
      size: 10,
      contentType: plain.contentType,
    });
    const read = async (range?: { start: number; end: number }) => {
      const found = await storage.open('a/s', range);
      return [found?.size, found?.contentType, found && Buffer.concat(await found.body.toArray()).toString()];
    };
    expect(await read()).toEqual([10, plain.contentType, '0123456789']);
    expect(await read({ start: 2, end: 5 })).toEqual([10, plain.contentType, '2345']);
    expect(await read({ start: 9, end: 9 })).toEqual([10, plain.contentType, '9']);
    expect(await storage.open('a/none')).toBe(undefined);
  });

  it('keeps nothing of a stream that breaks', async () => {
    const { storage } = await open();
    async function* broken(): AsyncIterable<Uint8Array> {
      yield bytes('half');
      throw new Error('gone');
    }
    await expect(storage.putStream('a/s', broken(), plain)).rejects.toThrow('gone');
    expect(await storage.head('a/s')).toBe(undefined);
  });

  it('answers undefined for what is not there and deletes it without complaint', async () => {
    const { storage } = await open();
    expect([await storage.get('a/b'), await storage.head('a/b'), await storage.list('')]).toEqual([
      undefined,
      undefined,
      [],
    ]);
    await storage.delete('a/b');
    await storage.put('a', bytes('x'), plain);
    expect(await storage.get('a/b')).toBe(undefined);
    await storage.delete('a');
    await storage.delete('a');
    expect(await storage.get('a')).toBe(undefined);
  });

  it('lists by prefix, ordered, with sizes and types, however many', async () => {
    const { storage } = await open();
    for (const key of ['b', 'a/2', 'a/1', 'a', 'ab/c', 'a/1/deep.png'])
      await storage.put(key, bytes(key), plain);
    const keys = async (prefix: string) => (await storage.list(prefix)).map((object) => object.key);
    expect(await keys('')).toEqual(['a', 'a/1', 'a/1/deep.png', 'a/2', 'ab/c', 'b']);
    expect(await keys('a/')).toEqual(['a/1', 'a/1/deep.png', 'a/2']);
    expect(await keys('a/1')).toEqual(['a/1', 'a/1/deep.png']);
    expect(await keys('x/y')).toEqual([]);
    expect(await storage.list('ab')).toEqual([{ key: 'ab/c', size: 4, contentType: plain.contentType }]);
  });

  it('shows one whole version when many write at once', async () => {
    const { storage } = await open();
    const versions = Array.from({ length: 12 }, (_, index) => String.fromCharCode(97 + index).repeat(5_000));
    await Promise.all(versions.map((version) => storage.put('same', bytes(version), plain)));
    expect(versions).toContain(new TextDecoder().decode(await storage.get('same')));
  });

  it.each(badKeys)('refuses a key that is %s', async (_what, key) => {
    const { storage } = await open();
    const refused = { kind: 'invalid', code: 'storage.bad_key' };
    await expect(storage.put(key, bytes('x'), plain)).rejects.toMatchObject(refused);
    await expect(storage.get(key)).rejects.toMatchObject(refused);
    await expect(storage.head(key)).rejects.toMatchObject(refused);
    await expect(storage.delete(key)).rejects.toMatchObject(refused);
    if (key !== '' && key !== 'a/') await expect(storage.list(key)).rejects.toMatchObject(refused);
  });

  it.each(['', 'text', 'text/plain\r\nx-amz-acl: public-read', 'text/html; charset="x"'])(
    'refuses the content type %j',
    async (contentType) => {
      const { storage } = await open();
      const put = storage.put('a', bytes('x'), { contentType });
      await expect(put).rejects.toMatchObject({ kind: 'invalid', code: 'storage.bad_content_type' });
    },
  );
});

describe('storage on disk', () => {
  it('writes for its owner only and leaves nothing half written', async () => {
    const { directory, storage } = await onDisk();
    await storage.put('a/b', bytes('x'), plain);
    expect((await stat(join(directory, 'a', 'b~'))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(directory, '~incoming'))).toEqual([]);
  });

  it('removes what a killed process left, but not what is being written', async () => {
    const { directory, storage } = await onDisk();
    await storage.put('a', bytes('x'), plain);
    const [old, fresh] = [join(directory, '~incoming', 'old'), join(directory, '~incoming', 'fresh')];
    await writeFile(old, 'half');
    await writeFile(fresh, 'half');
    await utimes(old, 1, 1);
    const next = createStorage({ directory, breakers: createBreakers({ clock: systemClock }) });
    await next.put('b', bytes('y'), plain);
    expect(await readdir(join(directory, '~incoming'))).toEqual(['fresh']);
    expect((await next.list('')).map((object) => object.key)).toEqual(['a', 'b']);
  });

  it('says so when a file is not one of its own', async () => {
    const { directory, storage } = await onDisk();
    await writeFile(join(directory, 'torn~'), 'no head here');
    await writeFile(join(directory, 'odd~'), '{"x":1}\nbytes');
    await expect(storage.get('torn')).rejects.toThrow('no head');
    await expect(storage.head('odd')).rejects.toThrow('no content type');
  });

  it('removes the temporary file when the write fails', async () => {
    const { directory, storage } = await onDisk();
    // A directory stands where the file should go.
    await mkdir(join(directory, 'a', 'x~', 'full'), { recursive: true });
    await expect(storage.put('a/x', bytes('y'), plain)).rejects.toThrow();
    expect(await readdir(join(directory, '~incoming'))).toEqual([]);
  });
});

describe('storage in S3 that misbehaves', () => {
  it.each([
    ['errors', 10_000],
    ['denies', 10_000],
    ['drops', 10_000],
    ['hangs', 50],
  ] as const)('is unavailable, not silent, when it %s', async (behaviour, timeoutMs) => {
    const { double, storage } = await onS3(timeoutMs);
    double.behave(behaviour);
    const error = await storage.get('a').catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      kind: 'unavailable',
      code: 'storage.unavailable',
      cause: expect.any(Error),
    });
    expect(String(error)).not.toContain(double.secretAccessKey);
  });

  it('is left alone after five failures, and not for missing files', async () => {
    const { double, breakers, storage } = await onS3();
    for (let index = 0; index < 6; index += 1) await storage.get('missing');
    expect(breakers.all()).toMatchObject([{ name: 's3', state: 'closed', failure_count: 0 }]);
    double.behave('denies');
    for (let index = 0; index < 5; index += 1) await storage.get('a').catch(() => undefined);
    const before = double.requests.length;
    await expect(storage.get('a')).rejects.toMatchObject({ name: 'CircuitOpenError', service: 's3' });
    expect(double.requests.length).toBe(before);
  });

  it('does not take a missing bucket for an empty one that keeps files', async () => {
    const double = await startS3Double();
    closers.push(() => double.close());
    const breakers = createBreakers({ clock: systemClock });
    const storage = createStorage({ s3: { ...double, bucket: 'gone' }, directory: '/nowhere', breakers });
    await expect(storage.put('a', bytes('x'), plain)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(storage.list('')).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('a presigned upload', () => {
  const options = { maxBytes: 10, contentType: 'image/png', expiresSeconds: 60 };

  async function post(url: string, fields: Readonly<Record<string, string>>, body: string): Promise<number> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([body]));
    return (await fetch(url, { method: 'POST', body: form })).status;
  }

  it('puts one object within its limits, and nothing else', async () => {
    const { storage } = await onS3();
    const signed = await storage.presignUpload?.('in/1', options);
    if (signed === undefined) throw new Error('S3 presigns');
    expect(await post(signed.url, signed.fields, 'x'.repeat(11))).toBe(400);
    expect(await post(signed.url, signed.fields, '')).toBe(400);
    expect(await post(signed.url, { ...signed.fields, key: 'in/2' }, 'x')).toBe(403);
    expect(await post(signed.url, { ...signed.fields, 'Content-Type': 'text/html' }, 'x')).toBe(403);
    expect(await post(signed.url, { ...signed.fields, 'X-Amz-Signature': 'ab' }, 'x')).toBe(403);
    expect(await storage.list('in/')).toEqual([]);
    expect(await post(signed.url, signed.fields, '0123456789')).toBe(204);
    expect(await storage.list('in/')).toEqual([{ key: 'in/1', size: 10, contentType: 'image/png' }]);
  });

  it('is not offered by the disk', async () => {
    expect((await onDisk()).storage.presignUpload).toBe(undefined);
  });
});
