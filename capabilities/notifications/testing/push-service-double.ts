import { createDecipheriv, createECDH, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { type DoubleServer, startDoubleServer } from './double-server.ts';

/** A push as the browser would get it. */
export interface ReceivedPush {
  readonly payload: unknown;
  readonly ttl: string | undefined;
  readonly urgency: string | undefined;
  readonly topic: string | undefined;
  /** The application server key, base64url. */
  readonly senderKey: string;
  /** Claims of the VAPID token. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** A push service and the browsers behind it: checks VAPID (RFC 8292) and decrypts (RFC 8188, RFC 8291). */
export interface PushServiceDouble extends DoubleServer {
  /** A new browser's subscription, as `PushSubscription.toJSON()` gives it. */
  subscribe(): {
    readonly endpoint: string;
    readonly keys: { readonly p256dh: string; readonly auth: string };
  };
  readonly received: readonly ReceivedPush[];
}

interface Browser {
  readonly ecdh: ReturnType<typeof createECDH>;
  readonly auth: Buffer;
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

/** One record of aes128gcm; throws when anything is not as the RFCs say. */
export function decryptPush(body: Buffer, { ecdh, auth }: Browser): string {
  const salt = body.subarray(0, 16);
  const recordSize = body.readUInt32BE(16);
  const keyLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + keyLength);
  const record = body.subarray(21 + keyLength);
  if (keyLength !== 65 || record.length > recordSize) throw new Error('Not one record of aes128gcm.');
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender]);
  const secret = derive(ecdh.computeSecret(sender), auth, info, 32);
  const pseudoRandom = createHmac('sha256', salt).update(secret).digest();
  const expand = (label: string, length: number) =>
    createHmac('sha256', pseudoRandom)
      .update(Buffer.from(`${label}\0\x01`))
      .digest()
      .subarray(0, length);
  const decipher = createDecipheriv(
    'aes-128-gcm',
    expand('Content-Encoding: aes128gcm', 16),
    expand('Content-Encoding: nonce', 12),
    { authTagLength: 16 },
  ).setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = plain.lastIndexOf(2);
  if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('Wrong padding.');
  return plain.subarray(0, end).toString('utf8');
}

async function verifyVapid(authorization: string, audience: string) {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) throw new Error('The application server key is no point.');
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const keys = createLocalJWKSet({ keys: [{ kty: 'EC', crv: 'P-256', x, y }] });
  const { payload } = await jwtVerify(token, keys, {
    audience,
    algorithms: ['ES256'],
  });
  const lifetime = (payload.exp ?? Number.POSITIVE_INFINITY) - Date.now() / 1_000;
  if (lifetime > 24 * 3_600 || !/^(mailto:|https:)/.test(String(payload.sub))) throw new Error('Bad claims.');
  return { senderKey: key, claims: { ...payload } };
}

export async function startPushServiceDouble(): Promise<PushServiceDouble> {
  const browsers = new Map<string, Browser>();
  const received: ReceivedPush[] = [];
  const server = await startDoubleServer(async (request, response, misbehaves) => {
    const body = await buffer(request);
    if (misbehaves()) return;
    const browser = browsers.get(request.url ?? '');
    if (browser === undefined) return void response.writeHead(404).end();
    if (request.headers['content-encoding'] !== 'aes128gcm') return void response.writeHead(415).end();
    try {
      const vapid = await verifyVapid(request.headers.authorization ?? '', server.url);
      const { ttl, urgency, topic } = request.headers;
      const text = (header: string | string[] | undefined) =>
        header === undefined ? undefined : String(header);
      received.push({
        payload: JSON.parse(decryptPush(body, browser)),
        ttl: text(ttl),
        urgency: text(urgency),
        topic: text(topic),
        ...vapid,
      });
      response.writeHead(201).end();
    } catch {
      response.writeHead(403).end();
    }
  });
  return {
    ...server,
    received,
    subscribe() {
      const browser = { ecdh: createECDH('prime256v1'), auth: randomBytes(16) };
      const p256dh = browser.ecdh.generateKeys().toString('base64url');
      const path = `/send/${randomBytes(12).toString('base64url')}`;
      browsers.set(path, browser);
      return { endpoint: `${server.url}${path}`, keys: { p256dh, auth: browser.auth.toString('base64url') } };
    },
  };
}
