import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { Refusal } from '#base/refusal';
import { type Authenticator, authenticatorPoint, type Caller } from '#platform/server/http';
import { defineModule, fill } from '#platform/server/modules';
import {
  startTestApp,
  type TestApp,
  type TestAppOptions,
  type TestClient,
  testClient,
} from '#platform/testing';
import { type FileReply, putContent, startUpload } from '../contract/index.ts';
import { type FilePurpose, type Files, filePurposesPoint, filesRef } from './index.ts';
import { filesModule } from './module.ts';

const mebibyte = 1_048_576;

/** Everybody whose token is `name`: the id is made of the name. */
export function personId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const callerOf = (name: string): Caller => ({
  userId: personId(name),
  sessionId: 's',
  apiKeyId: null,
  roles: [],
  permissions: new Set(),
  scopes: null,
});

const authenticator: Authenticator = {
  async authenticate(credentials) {
    if (credentials.kind === 'bearer') return callerOf(credentials.token);
    throw new Refusal('unauthenticated', 'test.bad_token', 'The token is not valid.');
  },
};

const purposes: readonly FilePurpose[] = [
  {
    purpose: 'test.picture',
    accept: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
    maxSize: 5 * mebibyte,
    visibility: 'public',
    widths: [64, 200],
    mayUpload: ({ userId }) => userId !== personId('banned'),
  },
  {
    purpose: 'test.paper',
    accept: [
      'application/pdf',
      'text/plain',
      'image/png',
      'audio/webm',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    maxSize: 30 * mebibyte,
    visibility: 'private',
    mayUpload: () => true,
    mayRead: async ({ userId }) => userId === personId('doctor'),
  },
];

const testModule = defineModule({
  name: 'test',
  create: () => ({}),
  fills: () => [fill(authenticatorPoint, authenticator), fill(filePurposesPoint, purposes)],
});

export interface FilesApp extends TestApp {
  readonly files: Files;
  as(name: string): TestClient;
}

export async function startFilesApp(options: Omit<TestAppOptions, 'modules'> = {}): Promise<FilesApp> {
  const app = await startTestApp({ modules: [filesModule, testModule], ...options });
  return { ...app, files: app.app.service(filesRef), as: (name) => testClient(app, name) };
}

/** A picture with something to see: gradients differ by `seed`. */
export async function picture(
  format: 'png' | 'jpeg' | 'webp' | 'gif' = 'png',
  { width = 300, height = 200, seed = 1 } = {},
): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    data[at * 3] = (x * seed) % 256;
    data[at * 3 + 1] = (y * 2 + seed * 40) % 256;
    data[at * 3 + 2] = ((x + y) * (seed + 1)) % 256;
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

export interface UploadOptions {
  readonly purpose?: string;
  readonly name?: string;
  /** What is announced; the real size if not given. */
  readonly size?: number;
}

/** Announces and sends; answers the second reply. */
export async function upload(client: TestClient, body: Uint8Array, options: UploadOptions = {}) {
  const { purpose = 'test.picture', name = 'picture.png', size = body.byteLength } = options;
  const started = await client(startUpload, { body: { purpose, name, size } });
  const { id } = started.reply();
  const sent = await client(putContent, { params: { id }, body });
  return { id, sent };
}

/** Uploads what must be taken. */
export async function published(
  client: TestClient,
  body: Uint8Array,
  options: UploadOptions = {},
): Promise<FileReply & { file: NonNullable<FileReply['file']> }> {
  const { sent } = await upload(client, body, options);
  const reply = sent.reply();
  const { file } = reply;
  if (file === null) throw new Error(`not published: ${sent.text}`);
  return { ...reply, file };
}
