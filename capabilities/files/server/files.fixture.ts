import { createHash } from 'node:crypto';
import { Refusal } from '#base/refusal';
import { type Authenticator, authenticatorPoint, type Caller } from '#platform/server/http';
import { defineModule, fill } from '#platform/server/modules';
import { type FilePurpose, filePurposesPoint } from './index.ts';

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

/** People by the name in their token, and two purposes: public pictures and private papers. */
export const testModule = defineModule({
  name: 'test',
  create: () => ({}),
  fills: () => [fill(authenticatorPoint, authenticator), fill(filePurposesPoint, purposes)],
});
