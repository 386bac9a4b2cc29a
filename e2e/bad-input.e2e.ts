import { beforeAll, describe, expect, inject, it } from 'vitest';
import { seededRoles } from '#platform/contract';
import { brokenBodies, fits } from './broken-bodies.ts';
import { type Answer, at, type Call, call, signIn, textAt } from './client.ts';
import { type Operation, pathOf, readOperations } from './operations.ts';
import { sampleOf } from './samples.ts';

const target = inject('targetUrl');
const roles: readonly string[] = seededRoles;
const tokens = new Map<string, string>();
let admin = '';
let operations: readonly Operation[] = [];
let turn = 0;

interface BadCall {
  readonly name: string;
  readonly call: Call;
}

const kibibyte = 1_024;
const nul = String.fromCharCode(0);
const loneSurrogate = String.fromCharCode(0xd800);

/** Bodies that are wrong whatever the operation is. */
const wrongEverywhere: readonly BadCall[] = [
  { name: 'not JSON', call: { raw: '{"a":' } },
  { name: 'a list', call: { json: [] } },
  { name: 'a text', call: { json: 'x' } },
  { name: 'a number', call: { json: 1 } },
  { name: 'bytes', call: { raw: Uint8Array.from({ length: 512 }, (_, index) => (index * 37) % 256) } },
  {
    name: 'invalid UTF-8 in a text',
    call: { raw: Uint8Array.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]) },
  },
  { name: 'another type', call: { raw: '<a/>', contentType: 'application/xml' } },
  { name: 'a form', call: { raw: 'a=1', contentType: 'application/x-www-form-urlencoded' } },
  { name: 'deep lists', call: { raw: '['.repeat(50_000) } },
  { name: 'deep objects', call: { raw: `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}` } },
  { name: 'much too much', call: { raw: `{"a":"${'x'.repeat(1_500 * kibibyte)}"}` } },
  { name: 'a poisoned prototype', call: { raw: '{"__proto__":{"admin":true}}' } },
];

/** Every place of a body, wrong in every way, with all others as they should be. */
function wrongPlaces(schema: unknown): readonly BadCall[] {
  return brokenBodies(schema).map(({ name, value }) => ({ name, call: { json: value } }));
}

/** Somebody who may use the operation; people take turns, because limits count for each. */
function tokenFor({ access }: Operation): string | undefined {
  if (access === 'public') return undefined;
  if (access !== 'signed-in') return admin;
  turn += 1;
  return tokens.get(roles[turn % roles.length] ?? '');
}

/** What is wrong with an answer to something wrong; undefined when nothing is. */
function complaint({ status, contentType, json }: Answer): string | undefined {
  if (status < 400 || status >= 500) return `${status}`;
  if (!contentType.startsWith('application/problem+json')) return `${status} as ${contentType}`;
  return at(json, 'status') === status && typeof at(json, 'title') === 'string'
    ? undefined
    : `${status} without a problem`;
}

const ownPaths = [
  '/profile/me',
  '/api-keys/',
  '/memory/all?limit=1000',
  '/chat/conversations?limit=100',
  '/chats/?limit=100',
  '/chats/blocks',
  '/friend-requests/',
  '/friends/',
  '/notifications/preferences',
  '/notifications/devices',
  '/payments/',
  '/payments/wallet',
  '/v2/blocks',
  '/v2/favourites',
  '/v2/orders',
  '/v2/players/me',
  '/v2/sessions',
  '/v2/teams',
];

const sharedPaths = [
  '/users/?limit=100',
  '/roles/',
  '/moderation/cases?limit=100',
  '/moderation/reasons?limit=100',
  '/v2/admin/merch',
  '/v2/admin/promo-codes',
  '/v2/admin/quests?limit=100',
  '/v2/admin/sessions?limit=100',
  '/v2/admin/payouts',
  '/v2/dictionaries/city?inactive=true',
  '/v2/dictionaries/category?inactive=true',
  '/payments/admin/ledger/accounts',
];

/** The other parameters that a query cannot do without. */
function asked(parameters: Operation['parameters'], besides: string): string {
  return parameters
    .filter(({ name, isRequired }) => isRequired && name !== besides)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(schema, name)))}&`)
    .join('');
}

/** Everything that could have been stored, as its owners see it. */
async function everything(): Promise<unknown> {
  const seen: unknown[] = [];
  for (const token of tokens.values()) {
    for (const path of ownPaths) {
      const { status, json } = await call(target, path, { token });
      seen.push([path, status, json]);
    }
  }
  for (const path of sharedPaths) {
    const { status, json } = await call(target, path, { token: admin });
    seen.push([path, status, json]);
  }
  return JSON.parse(JSON.stringify(seen), (key, value) =>
    // What moves by itself: consolidation makes connections, recalls count as access.
    ['access_count', 'last_accessed_at', 'connections', 'updated_at', 'stale', 'last_used_at'].includes(key)
      ? null
      : value,
  );
}

beforeAll(async () => {
  operations = await readOperations(target);
  for (const role of roles) tokens.set(role, await signIn(target, role));
  admin = tokens.get('admin') ?? '';
});

describe('input that nobody should send', () => {
  it('is made from input that fits: every body tried is right but for one place', () => {
    const bodies = operations.filter(({ body }) => body !== undefined);
    expect(bodies.filter(({ body }) => !fits(body, sampleOf(body))).map(({ id }) => id)).toEqual([]);
    expect(bodies.filter(({ body }) => brokenBodies(body).length < 3).map(({ id }) => id)).toEqual([]);
  });

  it('is refused with a problem by every operation with a body, and leaves nothing behind', async () => {
    const before = await everything();
    const wrong: string[] = [];
    let sent = 0;
    let limited = 0;
    for (const operation of operations.filter(({ body }) => body !== undefined)) {
      const nothing =
        at(operation.body, 'required') === undefined ? [] : [{ name: 'nothing', call: { raw: '' } }];
      for (const { name, call: bad } of [...nothing, ...wrongEverywhere, ...wrongPlaces(operation.body)]) {
        const answer = await call(target, pathOf(operation), {
          ...bad,
          method: operation.method,
          token: tokenFor(operation),
        });
        sent += 1;
        if (answer.status === 429) limited += 1;
        const found = complaint(answer);
        if (found !== undefined) wrong.push(`${operation.method} ${operation.path}, ${name}: ${found}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(sent).toBeGreaterThan(300);
    // A limit in the way would prove nothing about the check behind it.
    expect(limited / sent).toBeLessThan(0.05);
    expect(await everything()).toEqual(before);
  });

  it('is refused in JSON lines as well', async () => {
    const lines: readonly BadCall[] = [
      { name: 'no line of JSON', call: { raw: 'not json\n' } },
      { name: 'an unknown kind', call: { raw: '{"type":"castle"}\n' } },
      { name: 'NUL', call: { raw: `${JSON.stringify({ session_id: 's', content: `a${nul}b` })}\n` } },
      {
        name: 'half a character',
        call: { raw: `${JSON.stringify({ session_id: 's', content: `a${loneSurrogate}` })}\n` },
      },
      { name: 'bytes', call: { raw: Uint8Array.from({ length: 512 }, (_, index) => (index * 37) % 256) } },
      { name: 'deep', call: { raw: `${'['.repeat(50_000)}\n` } },
      {
        name: 'a good line and a bad one',
        call: { raw: '{"session_id":"s","content":"good"}\n{"session_id":"s"}\n' },
      },
    ];
    const before = await everything();
    const wrong: string[] = [];
    for (const operation of operations.filter(({ takesText }) => takesText)) {
      for (const { name, call: bad } of lines) {
        const answer = await call(target, pathOf(operation), {
          contentType: 'application/x-ndjson',
          ...bad,
          method: operation.method,
          token: tokenFor(operation),
        });
        const found = complaint(answer);
        if (found !== undefined) wrong.push(`${operation.path}, ${name}: ${found}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('is cut off when it does not end', async () => {
    const token = tokens.get('patient');
    const endless = `${'x'.repeat(1_000 * kibibyte)}\n`.repeat(25);
    // The answer may come while the client still sends; then the connection is cut under it.
    const status = await call(target, '/memory/import', {
      token,
      raw: endless,
      contentType: 'application/x-ndjson',
    }).then(
      (answer) => answer.status,
      () => 'cut',
    );
    expect([413, 'cut']).toContain(status);
    expect((await call(target, '/memory/stats', { token })).status).toBe(200);
  });

  it('never upsets an operation through its path or query', async () => {
    const values = [
      '%00',
      '%ff%fe',
      '%ED%A0%80',
      'x'.repeat(3_000),
      "'%20OR%201=1--",
      '..%2f..%2fetc%2fpasswd',
      '-1',
      '1e309',
      '%F0%9F%98%80',
    ];
    const wrong: string[] = [];
    for (const operation of operations) {
      const reads = operation.method === 'GET';
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
      const inQuery = reads ? operation.parameters.filter((parameter) => parameter.in === 'query') : [];
      for (const value of values) {
        const paths = [
          ...inPath.map(({ name }) => pathOf(operation, { [name]: '@@' }).replace('%40%40', value)),
          ...inQuery.map(({ name }) => `${pathOf(operation)}?${asked(inQuery, name)}${name}=${value}`),
        ];
        for (const path of paths) {
          const json = operation.body === undefined ? {} : { json: sampleOf(operation.body) };
          const { status, contentType } = await call(target, path, {
            ...json,
            method: operation.method,
            token: tokenFor(operation),
          }).catch((error: unknown) => ({ status: 599, contentType: String(error) }));
          const isProblem = contentType.startsWith('application/problem+json');
          if (status >= 500 || (status >= 400 && !isProblem))
            wrong.push(`${operation.method} ${path.slice(0, 80)}: ${status} ${contentType}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('text that looks like code', () => {
  it.each([
    ["'; DROP TABLE memory.node; --"],
    ['<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['$1 #{1+1} {{constructor}} %s %00 \\u0000'],
    ['مرحبا \u202e‮ 👩‍👩‍👧 é e\u0301 \ufeff'],
    ['a\tb\r\nc\u0001'],
  ])('is remembered as it is and harms nothing: %j', async (content) => {
    const token = tokens.get('patient');
    const stored = await call(target, '/memory/remember', { token, json: { content } });
    expect(stored.status).toBe(200);
    const read = await call(target, `/memory/nodes/${textAt(stored.json, 'id')}`, { token });
    expect(at(read.json, 'content')).toBe(content);
    expect(read.contentType).toContain('application/json');
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    for (const query of [content, `"${content}`]) {
      expect((await call(target, '/memory/recall', { token, json: { query } })).status).toBe(200);
    }
    const listed = await call(target, `/memory/nodes?q=${encodeURIComponent(content)}`, { token });
    expect(listed.status).toBeLessThan(500);
    expect((await call(target, '/health')).status).toBe(200);
  });
});
