import { beforeAll, describe, expect, inject, it } from 'vitest';
import { seededRoles } from '#platform/contract';
import { type Answer, at, type Call, call, listAt, signIn, textAt } from './client.ts';
import { type Operation, pathOf, readOperations } from './operations.ts';

const target = inject('targetUrl');
const roles: readonly string[] = seededRoles;
const tokens = new Map<string, string>();
const permissions = new Map<string, ReadonlySet<string>>();
let operations: readonly Operation[] = [];

/** Who enters is decided before what they brought is looked at: a body nobody accepts changes nothing. */
function knock(operation: Operation, as: Call): Promise<Answer> {
  return call(target, pathOf(operation), { method: operation.method, ...bodyOf(operation), ...as });
}

function bodyOf({ body, takesText, takesBytes }: Operation): Call {
  if (body !== undefined) return { json: [] };
  if (takesText) return { raw: 'no line', contentType: 'application/x-ndjson' };
  return takesBytes ? { raw: 'no picture', contentType: 'application/octet-stream' } : {};
}

function mayEnter({ access }: Operation, role: string): boolean {
  if (access === 'signed-in' || access === 'public') return true;
  return permissions.get(role)?.has(access === 'operator' ? 'view_metrics' : access) ?? false;
}

/** `401`, `403`, or `in` for everything that got past the door: what a module refuses by itself has a code of its own. */
function verdict({ status, json }: Answer): string {
  const refused = status === 401 || (status === 403 && String(at(json, 'code')).startsWith('http.'));
  return refused ? String(status) : 'in';
}

/** What anybody on the network may call, and why. */
const open = {
  'to sign in': [
    'POST /auth/2fa/verify',
    'POST /auth/login',
    'POST /auth/logout',
    'POST /auth/oauth/complete',
    'POST /auth/oauth/confirm',
    'GET /auth/oauth/{provider}',
    'GET /auth/oauth/{provider}/callback',
    'POST /auth/password/forgot',
    'POST /auth/password/reset',
    'GET /auth/providers',
    'POST /auth/refresh',
    'POST /auth/register',
    'POST /auth/verify-email',
    'POST /auth/verify-email/resend',
    'GET /companies/directory-callback',
    'GET /companies/sign-in/{name}',
    'POST /v2/unlock-requests',
  ],
  'for machines that watch, read or verify': [
    'GET /.well-known/jwks.json',
    'GET /health',
    'GET /health/live',
    'GET /health/ready',
    'GET /openapi.json',
  ],
  'to look around without an account': [
    'POST /analytics/events',
    'GET /quests/',
    'GET /quests/get-quest/{id}',
    'GET /v2/dictionaries/{kind}',
    'GET /v2/leaderboards/{board}',
    'GET /v2/map-style',
    'GET /v2/merch',
    'GET /v2/merch/{id}',
    'GET /v2/quests',
    'GET /v2/quests/map',
    'GET /v2/quests/recommended',
    'GET /v2/quests/suggest',
    'GET /v2/quests/{id}',
    'GET /v2/quests/{id}/reviews',
    'GET /v2/quests/{id}/similar',
  ],
  'because the address, a signature or the object itself decides': [
    'GET /files/content/{hash}/{name}',
    'GET /files/private/{token}',
    'GET /files/{id}',
    'GET /payments/sandbox/{id}',
    'POST /payments/sandbox/{id}',
    'POST /payments/webhooks/stripe',
    'POST /payments/webhooks/yookassa',
  ],
};

beforeAll(async () => {
  operations = await readOperations(target);
  for (const role of roles) {
    const token = await signIn(target, role);
    tokens.set(role, token);
    const { json } = await call(target, '/profile/me', { token });
    permissions.set(role, new Set(listAt(json, 'permissions').map(String)));
  }
});

describe('the door of every route', () => {
  it('is described for every operation', () => {
    expect(operations.length).toBeGreaterThan(40);
    const unknown = operations.filter(({ access }) => !/^(public|signed-in|operator|[a-z_]+)$/.test(access));
    expect(unknown).toEqual([]);
    const restricted = operations.filter(
      ({ access }) => !['public', 'signed-in', 'operator'].includes(access),
    );
    expect(restricted.length).toBeGreaterThan(5);
  });

  it('is open to everybody for a short list of reasons only', () => {
    const found = operations
      .filter(({ access }) => access === 'public')
      .map(({ method, path }) => `${method} ${path}`);
    expect(found.sort()).toEqual(Object.values(open).flat().sort());
  });

  it('is closed to nobody in particular, and to forged or stale credentials, wherever it is not public', async () => {
    const forged = `${tokens.get('admin')?.slice(0, -8)}AAAAAAAA`;
    const strangers: Readonly<Record<string, Call>> = {
      anonymous: {},
      'forged token': { token: forged },
      'no token at all': { token: 'null' },
      'unknown API key': { apiKey: 'qt_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
    };
    for (const operation of operations) {
      for (const [name, credentials] of Object.entries(strangers)) {
        const found = `${operation.method} ${operation.path} ${name}: ${verdict(await knock(operation, credentials))}`;
        const expected = operation.access === 'public' ? 'in' : '401';
        expect(found).toBe(`${operation.method} ${operation.path} ${name}: ${expected}`);
      }
    }
  });

  it.each(roles)('lets %s in exactly where the route table says so', async (role) => {
    const token = tokens.get(role);
    const wrong: string[] = [];
    for (const operation of operations) {
      const expected = mayEnter(operation, role) ? 'in' : '403';
      const answer = await knock(operation, { token });
      if (verdict(answer) !== expected) {
        wrong.push(`${operation.method} ${operation.path}: ${answer.status}, expected ${expected}`);
      }
      if (answer.status >= 500) wrong.push(`${operation.method} ${operation.path}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('gives people without a task no permission, and administrators every one that a route asks for', () => {
    const asked = new Set(
      operations
        .map(({ access }) => access)
        .filter((access) => !['public', 'signed-in', 'operator'].includes(access)),
    );
    for (const role of ['user', 'patient']) {
      expect([...(permissions.get(role) ?? [])].filter((permission) => asked.has(permission))).toEqual([]);
    }
    expect([...asked].filter((permission) => permissions.get('admin')?.has(permission) !== true)).toEqual([]);
  });

  it('opens to an API key only where the key has the scope of the route', async () => {
    const token = tokens.get('admin');
    const none = await call(target, '/api-keys/', { token, json: { name: 'none', scopes: [] } });
    expect(none.status).toBe(422);
    const made = await call(target, '/api-keys/', {
      token,
      json: { name: 'one scope', scopes: ['profile:read'] },
    });
    expect(made.status).toBe(201);
    const apiKey = textAt(made.json, 'key');
    const wrong: string[] = [];
    for (const operation of operations) {
      const opens = operation.access === 'public' || operation.scope === 'profile:read';
      const found = verdict(await knock(operation, { apiKey }));
      if (found !== (opens ? 'in' : '403')) wrong.push(`${operation.method} ${operation.path}: ${found}`);
    }
    expect(wrong).toEqual([]);
    const revoked = await call(target, `/api-keys/${textAt(made.json, 'api_key', 'id')}`, {
      method: 'DELETE',
      token,
    });
    expect(revoked.status).toBe(204);
    expect((await call(target, '/profile/me', { apiKey })).status).toBe(401);
  });

  it('has a second one at the moderation desk, which opens to those who decide some kind of case', async () => {
    const desk = operations.filter(
      ({ method, path }) => method === 'GET' && /^\/moderation\/\w+$/.test(path),
    );
    expect(desk.length).toBeGreaterThan(2);
    const found: string[] = [];
    for (const role of roles) {
      const answers = await Promise.all(
        desk.map((operation) => knock(operation, { token: tokens.get(role) })),
      );
      if (answers.every(({ status }) => status === 200)) found.push(role);
      expect(answers.filter(({ status }) => status !== 200 && status !== 403)).toEqual([]);
    }
    expect(found).toEqual(['moderator', 'admin']);
  });
});
