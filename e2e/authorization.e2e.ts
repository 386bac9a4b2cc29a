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
  const body = operation.body !== undefined ? { json: [] } : operation.takesText ? { raw: 'no line' } : {};
  return call(target, pathOf(operation), {
    method: operation.method,
    ...body,
    contentType: contentTypeOf(operation),
    ...as,
  });
}

function contentTypeOf({ takesText }: Operation): string {
  return takesText ? 'application/x-ndjson' : 'application/json';
}

function mayEnter({ access }: Operation, role: string): boolean {
  if (access === 'signed-in' || access === 'public') return true;
  return permissions.get(role)?.has(access === 'operator' ? 'view_metrics' : access) ?? false;
}

/** `401`, `403`, or `in` for everything that got past the door. */
function verdict({ status }: Answer): string {
  return status === 401 || status === 403 ? String(status) : 'in';
}

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

  it('is open to everybody for signing in and for the condition of the process only', () => {
    const open = operations.filter(({ access }) => access === 'public').map(({ path }) => path);
    const meant =
      /^\/(auth\/(?!sessions|2fa\/(?!verify)|password\/change|ws-ticket)|health|openapi\.json$|\.well-known\/)/;
    expect(open.filter((path) => !meant.test(path))).toEqual([]);
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
});

/** Valid bodies of operations on one object, so that nothing but the owner can be the reason of a refusal. */
const bodies: Readonly<Record<string, unknown>> = {
  'memory.update_node': { label: 'taken over' },
  'memory.give_feedback': { useful: false },
  'memory.rename_conversation': { title: 'taken over' },
};

/** The objects of one person, by the path that leads to them. */
async function makeObjects(token: string): Promise<Readonly<Record<string, string>>> {
  const key = await call(target, '/api-keys/', { token, json: { name: 'mine', scopes: ['profile:read'] } });
  const { json: sessions } = await call(target, '/auth/sessions', { token });
  const note = await call(target, '/memory/remember', {
    token,
    json: { content: 'The key lies under the mat.' },
  });
  const chat = await call(target, '/chat', { token, json: { message: 'Where does the key lie?' } });
  return {
    '/api-keys/{id}': textAt(key.json, 'api_key', 'id'),
    '/auth/sessions/{id}': textAt(sessions, 'items', 0, 'id'),
    '/memory/nodes/{id}': textAt(note.json, 'id'),
    '/memory/nodes/{id}/restore': textAt(note.json, 'id'),
    '/chat/{id}/feedback': textAt(chat.json, 'id'),
    '/chat/conversations/{id}': textAt(chat.json, 'conversation_id'),
  };
}

describe('what belongs to another person', () => {
  it('does not exist: every operation on one object answers 404 and changes nothing', async () => {
    const owner = tokens.get('author') ?? '';
    const objects = await makeObjects(owner);
    const personal = operations.filter(({ access, path }) => access === 'signed-in' && path.includes('{id}'));
    expect(personal.map(({ path }) => path).filter((path) => objects[path] === undefined)).toEqual([]);

    const noteId = objects['/memory/nodes/{id}'] ?? '';
    const before = await call(target, `/memory/nodes/${noteId}`, { token: owner });
    expect(before.status).toBe(200);
    for (const role of ['user', 'admin']) {
      for (const operation of personal) {
        const path = pathOf(operation, { id: objects[operation.path] ?? '' });
        const json = bodies[operation.id];
        expect(operation.body === undefined || json !== undefined, `a body for ${operation.id}`).toBe(true);
        const answer = await call(target, path, {
          method: operation.method,
          token: tokens.get(role),
          ...(json === undefined ? {} : { json }),
        });
        expect(`${operation.method} ${operation.path} as ${role}: ${answer.status}`).toBe(
          `${operation.method} ${operation.path} as ${role}: 404`,
        );
        expect(answer.contentType).toContain('application/problem+json');
      }
    }
    const after = await call(target, `/memory/nodes/${noteId}`, { token: owner });
    expect(after.json).toEqual(before.json);
    expect((await call(target, '/profile/me', { token: owner })).status).toBe(200);
    const conversation = objects['/chat/conversations/{id}'];
    const kept = await call(target, `/chat/conversations/${conversation}`, { token: owner });
    expect(at(kept.json, 'conversation', 'title')).not.toBe('taken over');
  });

  it('is not found by searching, listing, drawing or exporting either', async () => {
    const secret = 'marmalade-lighthouse-713';
    await call(target, '/memory/remember', {
      token: tokens.get('author'),
      json: { content: `Word: ${secret}` },
    });
    const token = tokens.get('user');
    const looks = [
      await call(target, '/memory/recall', { token, json: { query: secret } }),
      await call(target, '/memory/all?limit=1000', { token }),
      await call(target, `/memory/nodes?q=${secret}`, { token }),
      await call(target, '/memory/graph?limit=2000', { token }),
      await call(target, '/memory/export', { token }),
      await call(target, '/chat', { token, json: { message: 'Which word with a lighthouse do you know?' } }),
    ];
    expect(looks.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(looks.filter(({ text }) => text.includes(secret))).toEqual([]);
  });
});
