import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What the double does wrong at its next requests; `none` behaves. */
export type Misbehaviour =
  | 'none'
  | 'wrong_state'
  | 'wrong_nonce'
  | 'expired_code'
  | 'bad_signature'
  | 'no_email'
  | 'unverified_email'
  | 'server_error'
  | 'timeout'
  | 'denied';

export interface DoublePerson {
  readonly subject: string;
  readonly email: string;
  readonly name: string;
}

/** A Google, a Facebook and a VK ID in one, on loopback HTTP, where everybody consents at once. */
export interface ProviderDouble {
  /** The value of `*_ISSUER`. */
  readonly issuer: string;
  person: DoublePerson;
  misbehaviour: Misbehaviour;
  /** Form fields of the token requests so far, and their `authorization`. */
  readonly tokenRequests: readonly Readonly<Record<string, string>>[];
  /** Fields that differ in its own description. */
  description: Readonly<Record<string, unknown>>;
  /** Sends VK's callback fields as JSON in `payload`. */
  vkPayload: boolean;
  close(): Promise<void>;
}

interface Grant {
  readonly challenge: string;
  readonly nonce: string | null;
  readonly clientId: string;
}

const deviceId = 'device-of-the-double';

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return Buffer.from(digest).toString('base64url');
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

export async function startProviderDouble(): Promise<ProviderDouble> {
  const keys = await generateKeyPair('RS256');
  const otherKeys = await generateKeyPair('RS256');
  const grants = new Map<string, Grant>();
  const tokenRequests: Record<string, string>[] = [];
  let codes = 0;
  let issuer = '';

  function authorize(url: URL, response: ServerResponse): void {
    const back = new URL(url.searchParams.get('redirect_uri') ?? '');
    const state =
      double.misbehaviour === 'wrong_state' ? 'x'.repeat(43) : (url.searchParams.get('state') ?? '');
    codes += 1;
    const code = `code-${codes}`;
    if (double.misbehaviour !== 'expired_code') {
      grants.set(code, {
        challenge: url.searchParams.get('code_challenge') ?? '',
        nonce: url.searchParams.get('nonce'),
        clientId: url.searchParams.get('client_id') ?? '',
      });
    }
    const isVk = url.pathname === '/authorize';
    if (double.misbehaviour === 'denied')
      back.search = String(new URLSearchParams({ error: 'access_denied', state }));
    else if (isVk && double.vkPayload) {
      back.search = String(
        new URLSearchParams({ payload: JSON.stringify({ code, state, device_id: deviceId }) }),
      );
    } else {
      back.search = String(new URLSearchParams({ code, state, ...(isVk ? { device_id: deviceId } : {}) }));
    }
    response.writeHead(302, { location: back.toString() }).end();
  }

  async function idToken(grant: Grant): Promise<string> {
    const { person, misbehaviour } = double;
    const email =
      misbehaviour === 'no_email'
        ? {}
        : { email: person.email, email_verified: misbehaviour !== 'unverified_email' };
    return new SignJWT({
      ...email,
      name: person.name,
      nonce: misbehaviour === 'wrong_nonce' ? 'another' : (grant.nonce ?? ''),
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'double' })
      .setIssuer(issuer)
      .setAudience(grant.clientId)
      .setSubject(person.subject)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(misbehaviour === 'bad_signature' ? otherKeys.privateKey : keys.privateKey);
  }

  async function token(
    request: IncomingMessage,
    response: ServerResponse,
    kind: 'oidc' | 'vk',
  ): Promise<void> {
    const fields = Object.fromEntries(new URLSearchParams(await text(request)));
    const { authorization } = request.headers;
    tokenRequests.push({ ...fields, ...(authorization === undefined ? {} : { authorization }) });
    const grant = grants.get(fields['code'] ?? '');
    grants.delete(fields['code'] ?? '');
    const proven =
      grant !== undefined && (await challengeOf(fields['code_verifier'] ?? '')) === grant.challenge;
    const device = kind === 'oidc' || fields['device_id'] === deviceId;
    if (grant === undefined || !proven || !device) {
      // VK ID answers its errors with status 200.
      return json(response, kind === 'vk' ? 200 : 400, { error: 'invalid_grant' });
    }
    json(response, 200, {
      access_token: 'token-of-the-double',
      token_type: 'bearer',
      expires_in: 300,
      ...(kind === 'oidc' && grant.nonce !== null ? { id_token: await idToken(grant) } : {}),
      ...(kind === 'vk' ? { state: fields['state'], user_id: double.person.subject } : {}),
    });
  }

  function me(): Record<string, unknown> {
    const { subject, email, name } = double.person;
    return { id: subject, name, ...(double.misbehaviour === 'no_email' ? {} : { email }) };
  }

  function vkUser(): Record<string, unknown> {
    const { subject, email, name } = double.person;
    return {
      user: { user_id: subject, first_name: name, email: double.misbehaviour === 'no_email' ? '' : email },
    };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    const isBrowser = /\/(authorize|dialog\/oauth)$/.test(url.pathname);
    if (!isBrowser && double.misbehaviour === 'timeout') return;
    if (!isBrowser && double.misbehaviour === 'server_error')
      return json(response, 500, { error: 'server_error' });
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, 200, {
          issuer,
          authorization_endpoint: `${issuer}/oidc/authorize`,
          token_endpoint: `${issuer}/oidc/token`,
          jwks_uri: `${issuer}/oidc/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          ...double.description,
        });
      case '/oidc/jwks': {
        const key = await exportJWK(keys.publicKey);
        return json(response, 200, { keys: [{ ...key, kid: 'double', alg: 'RS256', use: 'sig' }] });
      }
      case '/oidc/authorize':
      case '/authorize':
      case '/v23.0/dialog/oauth':
        return authorize(url, response);
      case '/oidc/token':
      case '/v23.0/oauth/access_token':
        return token(request, response, 'oidc');
      case '/oauth2/auth':
        return token(request, response, 'vk');
      case '/v23.0/me':
        return json(response, 200, me());
      case '/oauth2/user_info':
        return json(response, 200, vkUser());
      default:
        return json(response, 404, {});
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('The double has no port.');
  issuer = `http://127.0.0.1:${at.port}`;
  const double: ProviderDouble = {
    issuer,
    person: { subject: 'subject-1', email: 'outside@people.test', name: 'Outside Person' },
    misbehaviour: 'none',
    tokenRequests,
    description: {},
    vkPayload: false,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return double;
}
