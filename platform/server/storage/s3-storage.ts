import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { S3Config } from '#platform/server/config';
import { type Breakers, withTimeout } from '#platform/server/resilience';
import { checkContentType, checkKey, checkPrefix } from './keys.rules.ts';
import { isNotFound, unavailable } from './s3-errors.ts';
import type { Storage, StoredObject } from './types.ts';

type Sdk = typeof import('@aws-sdk/client-s3');

const headsAtOnce = 8;

/** The SDK weighs tens of megabytes: it is loaded with the first call. */
function openClient(config: S3Config): () => Promise<{ readonly sdk: Sdk; readonly client: S3Client }> {
  let opened: Promise<{ sdk: Sdk; client: S3Client }> | undefined;
  return () => {
    opened ??= import('@aws-sdk/client-s3').then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        region: config.region,
        credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
        maxAttempts: 2,
        // Other makers' servers know neither virtual hosts nor the newer checksums.
        ...(config.endpoint === undefined ? {} : { endpoint: config.endpoint, forcePathStyle: true }),
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      }),
    }));
    return opened;
  };
}

/** Objects in a bucket, behind the breaker `s3`. */
export function createS3Storage(config: S3Config, breakers: Breakers, timeoutMs: number): Storage {
  const breaker = breakers.breaker('s3');
  const open = openClient(config);
  const Bucket = config.bucket;

  async function call<Result>(
    work: (sdk: Sdk, client: S3Client, options: { abortSignal: AbortSignal }) => Promise<Result>,
  ): Promise<Result | undefined> {
    const { sdk, client } = await open();
    return await breaker.execute(async () => {
      try {
        return await withTimeout((abortSignal) => work(sdk, client, { abortSignal }), timeoutMs);
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw unavailable(error);
      }
    });
  }

  async function head(key: string): Promise<StoredObject | undefined> {
    checkKey(key);
    return await call(async (sdk, client, options) => {
      const found = await client.send(new sdk.HeadObjectCommand({ Bucket, Key: key }), options);
      const contentType = found.ContentType ?? 'application/octet-stream';
      return { key, size: found.ContentLength ?? 0, contentType };
    });
  }

  async function keysBelow(prefix: string): Promise<readonly string[]> {
    const keys: string[] = [];
    let token: string | undefined;
    do {
      const page = await call((sdk, client, options) =>
        client.send(
          new sdk.ListObjectsV2Command({ Bucket, Prefix: prefix, ContinuationToken: token }),
          options,
        ),
      );
      for (const { Key } of page?.Contents ?? []) if (Key !== undefined) keys.push(Key);
      token = page?.NextContinuationToken;
    } while (token !== undefined);
    return keys;
  }

  async function put(key: string, body: Uint8Array, contentType: string): Promise<StoredObject> {
    checkKey(key);
    checkContentType(contentType);
    const stored = await call((sdk, client, options) =>
      client.send(
        new sdk.PutObjectCommand({ Bucket, Key: key, Body: body, ContentType: contentType }),
        options,
      ),
    );
    // Nothing but the bucket itself can be missing here.
    if (stored === undefined) throw unavailable(new Error('The bucket does not exist'));
    return { key, size: body.byteLength, contentType };
  }

  return {
    put: (key, body, { contentType }) => put(key, body, contentType),
    async putStream(key, body, { contentType }) {
      checkKey(key);
      return await put(key, Buffer.concat(await Array.fromAsync(body)), contentType);
    },
    async open(key, range) {
      checkKey(key);
      const found = await call((sdk, client, options) => {
        const part = range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` };
        return client.send(new sdk.GetObjectCommand({ Bucket, Key: key, ...part }), options);
      });
      if (found === undefined) return undefined;
      // `Content-Range: bytes 0-9/1234` names the whole size where `Content-Length` is the part's.
      const whole = Number(found.ContentRange?.split('/')[1] ?? found.ContentLength ?? 0);
      const body = found.Body instanceof Readable ? found.Body : Readable.from([]);
      return { key, size: whole, contentType: found.ContentType ?? 'application/octet-stream', body };
    },
    async presignUpload(key, { maxBytes, contentType, expiresSeconds }) {
      checkKey(key);
      checkContentType(contentType);
      const [{ createPresignedPost }, { client }] = await Promise.all([
        import('@aws-sdk/s3-presigned-post'),
        open(),
      ]);
      return await createPresignedPost(client, {
        Bucket,
        Key: key,
        Fields: { 'Content-Type': contentType },
        Conditions: [['content-length-range', 1, maxBytes]],
        Expires: expiresSeconds,
      });
    },
    async get(key) {
      checkKey(key);
      return await call(async (sdk, client, options) => {
        const found = await client.send(new sdk.GetObjectCommand({ Bucket, Key: key }), options);
        return await found.Body?.transformToByteArray();
      });
    },
    head,
    async delete(key) {
      checkKey(key);
      await call((sdk, client, options) =>
        client.send(new sdk.DeleteObjectCommand({ Bucket, Key: key }), options),
      );
    },
    async list(prefix) {
      checkPrefix(prefix);
      const keys = await keysBelow(prefix);
      const found: StoredObject[] = [];
      for (let index = 0; index < keys.length; index += headsAtOnce) {
        const heads = await Promise.all(keys.slice(index, index + headsAtOnce).map(head));
        for (const object of heads) if (object !== undefined) found.push(object);
      }
      return found;
    },
  };
}
