import { text } from 'node:stream/consumers';
import { exportPKCS8, generateKeyPair, jwtVerify } from 'jose';
import { type DoubleServer, startDoubleServer } from './double-server.ts';

export interface FcmMessage {
  readonly token: string;
  readonly data: Readonly<Record<string, string>>;
  readonly android: { readonly priority: string; readonly ttl: string };
}

/** FCM HTTP v1 with its token endpoint, on one port. */
export interface FcmDouble extends DoubleServer {
  /** JSON for FCM_SERVICE_ACCOUNT. */
  readonly serviceAccount: string;
  readonly received: readonly FcmMessage[];
  /** How many access tokens were given out. */
  readonly tokensGiven: () => number;
  /** Takes back every access token given out so far. */
  revokeTokens(): void;
}

const errorCodes: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  403: 'SENDER_ID_MISMATCH',
  404: 'UNREGISTERED',
  429: 'QUOTA_EXCEEDED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

function failure(status: number): string {
  const errorCode = errorCodes[status] ?? 'UNSPECIFIED_ERROR';
  const type = 'type.googleapis.com/google.firebase.fcm.v1.FcmError';
  return JSON.stringify({ error: { code: status, details: [{ '@type': type, errorCode }] } }, null, 2);
}

export async function startFcmDouble(): Promise<FcmDouble> {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const email = 'push@quintet-test.iam.gserviceaccount.com';
  const valid = new Set<string>();
  const received: FcmMessage[] = [];
  let given = 0;

  async function giveToken(body: string): Promise<string | undefined> {
    const form = new URLSearchParams(body);
    if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') return undefined;
    const { payload } = await jwtVerify(form.get('assertion') ?? '', keys.publicKey, {
      audience: `${server.url}/token`,
      issuer: email,
    });
    if (payload['scope'] !== 'https://www.googleapis.com/auth/firebase.messaging') return undefined;
    given += 1;
    valid.add(`access-${given}`);
    return `access-${given}`;
  }

  const server = await startDoubleServer(
    async (request, response, misbehaves) => {
      const body = await text(request);
      const json = (status: number, value: string) =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(value);
      if (request.url === '/token') {
        const token = await giveToken(body).catch(() => undefined);
        return token === undefined
          ? json(400, '{"error":"invalid_grant"}')
          : json(200, JSON.stringify({ access_token: token, expires_in: 3_600, token_type: 'Bearer' }));
      }
      if (misbehaves()) return;
      if (request.url !== '/v1/projects/quintet-test/messages:send') return json(404, failure(400));
      if (!valid.has((request.headers.authorization ?? '').replace('Bearer ', '')))
        return json(401, failure(401));
      received.push(JSON.parse(body).message);
      json(200, '{"name":"projects/quintet-test/messages/1"}');
    },
    (response, status) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(failure(status)),
  );
  const account = {
    type: 'service_account',
    project_id: 'quintet-test',
    client_email: email,
    private_key: await exportPKCS8(keys.privateKey),
    token_uri: `${server.url}/token`,
  };
  return {
    ...server,
    serviceAccount: JSON.stringify(account),
    received,
    tokensGiven: () => given,
    revokeTokens: () => valid.clear(),
  };
}
