import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Answer, type Call, call, signIn } from '../client.ts';
import { type Operation, pathOf, readOperations } from '../operations.ts';
import { sampleOf } from '../samples.ts';
import { done, makeObjects, picture, publishedQuest, type Somebody, somebody } from './objects.ts';

const target = inject('targetUrl');

/** Objects that everybody may see or say something about; what comes of it belongs to whoever did it. */
const forEverybody = [
  '/quests/me/{id}',
  '/v2/players/{id}',
  '/v2/players/{id}/achievements',
  '/v2/quests/{id}/mine',
  '/v2/quests/{id}/reports',
  '/v2/quests/{id}/reviews',
  '/v2/reviews/{id}/report',
];

/** Read by operators as well, who look after payments and stuck walks; changed by them through doors of their own. */
const forOperators = ['payments.get_payment', 'quests.get_session'];

/** The other end of a relation of one's own: nobody's object is behind it. */
const relations = [
  '/auth/oauth/{provider}/link',
  '/chats/blocks/{user_id}',
  '/friends/{user_id}',
  '/v2/blocks/{user_id}',
  '/v2/favourites/{quest_id}',
];

/** Levels and names that are the same for everybody; what is answered is the caller's own. */
const words = ['/memory/{level}', '/analytics/mine/funnels/{name}'];

/** What companies own: `companies.e2e.ts`. */
const ofCompanies = /^\/(?:companies|api\/assistants)\//;

/** Not the object but the task decides: `403` to whoever has none (`authorization.e2e.ts`). */
const desk = /^\/moderation\//;

let owner: Somebody;
let friend: Somebody;
let objects: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
let personal: readonly Operation[] = [];
const strangers = new Map<string, string>();

/** What fits, so that nothing but the owner can be the reason of a refusal. */
function bodyFor({ body, takesBytes }: Operation): Call {
  if (takesBytes) return { raw: picture, contentType: 'image/png' };
  return body === undefined ? {} : { json: sampleOf(body) };
}

function tryAs(token: string | undefined, operation: Operation): Promise<Answer> {
  const path = pathOf(operation, objects[operation.path]);
  return call(target, path, { method: operation.method, token, ...bodyFor(operation) });
}

/** What the owner sees of all that has an address to read. */
async function seenByOwner(): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  for (const operation of personal.filter(({ method }) => method === 'GET')) {
    const { status, json } = await tryAs(owner.token, operation);
    // When a pack was made is the time of asking; links to private files are made anew each time.
    const kept = JSON.stringify(json, (key, value) =>
      ['made_at', 'url', 'access_count', 'last_accessed_at'].includes(key) ? null : value,
    );
    seen.push([operation.path, status, kept]);
  }
  return seen;
}

beforeAll(async () => {
  [owner, friend] = [await somebody(), await somebody()];
  objects = await makeObjects(owner, friend);
  const all = await readOperations(target);
  const apart = new Set([...forEverybody, ...relations, ...words]);
  personal = all.filter(
    ({ access, path }) =>
      access === 'signed-in' &&
      path.includes('{') &&
      !apart.has(path) &&
      !desk.test(path) &&
      !ofCompanies.test(path),
  );
  for (const role of ['patient', 'admin']) strangers.set(role, await signIn(target, role));
});

describe('what belongs to one person', () => {
  it('is known: every path to an object is tried, and nothing is tried that is gone', () => {
    const tried = new Set(Object.keys(objects));
    expect([...new Set(personal.map(({ path }) => path))].filter((path) => !tried.has(path))).toEqual([]);
    const known = new Set(personal.map(({ path }) => path));
    expect([...tried].filter((path) => !known.has(path))).toEqual([]);
  });

  it('does not exist for others: every operation on it answers 404 and changes nothing', async () => {
    const before = await seenByOwner();
    expect(before.filter((one) => !JSON.stringify(one).includes(',200,'))).toEqual([]);
    const wrong: string[] = [];
    for (const [role, token] of strangers) {
      for (const operation of personal) {
        const expected = forOperators.includes(operation.id) && role === 'admin' ? 200 : 404;
        const { status, contentType, text } = await tryAs(token, operation);
        const isProblem = status === 200 || contentType.startsWith('application/problem+json');
        if (status !== expected || !isProblem)
          wrong.push(`${operation.method} ${operation.path} as ${role}: ${status} ${text.slice(0, 120)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await seenByOwner()).toEqual(before);
    expect((await call(target, '/profile/me', { token: owner.token })).status).toBe(200);
  });

  it('is not in any list of others', async () => {
    const ids = new Set(Object.values(objects).flatMap((values) => Object.values(values)));
    const lists = [
      '/api-keys/',
      '/auth/sessions',
      '/chat/conversations',
      '/chats/',
      '/friend-requests/',
      '/friends/',
      '/memory/nodes',
      '/notifications/',
      '/notifications/devices',
      '/payments/',
      '/v2/orders',
      '/v2/sessions',
      '/v2/teams',
      '/v2/favourites',
    ];
    const found: string[] = [];
    for (const [role, token] of strangers) {
      for (const path of lists) {
        const { text } = await done(path, { token });
        found.push(...[...ids].filter((id) => text.includes(id)).map((id) => `${path} as ${role}: ${id}`));
      }
    }
    expect(found).toEqual([]);
  });

  it('is not found by searching, drawing, exporting or asking either', async () => {
    const secret = 'marmalade-lighthouse-713';
    await done('/memory/remember', { token: owner.token, json: { content: `Word: ${secret}` } });
    const token = strangers.get('patient');
    const looks = [
      await done('/memory/recall', { token, json: { query: secret } }),
      await done('/memory/all?limit=1000', { token }),
      await done(`/memory/nodes?q=${secret}`, { token }),
      await done('/memory/graph?limit=2000', { token }),
      await done('/memory/export', { token }),
      await done('/me/export', { token }),
      await done('/chat', { token, json: { message: 'Which word with a lighthouse do you know?' } }),
    ];
    expect(looks.filter(({ text }) => text.includes(secret))).toEqual([]);
  });

  it('stays closed after the file in it was seen: an attachment has no address for others', async () => {
    const file = objects['/files/{id}']?.['id'];
    for (const token of [undefined, ...strangers.values()])
      expect((await call(target, `/files/${file}`, { token })).status).toBe(404);
    expect((await call(target, `/files/${file}`, { token: owner.token })).status).toBe(200);
  });
});

describe('what two people share', () => {
  it('lets a member of a room read, and change nothing that is not theirs', async () => {
    const { token } = friend;
    const { id, message_id: message } = objects['/chats/{id}'] ?? {};
    const path = `/chats/${id}`;
    const answers = [
      await call(target, path, { token }),
      await call(target, `${path}/messages`, { token }),
      await call(target, path, { token, method: 'PATCH', json: { title: 'Mine now' } }),
      await call(target, `${path}/messages/${message}`, { token, method: 'PATCH', json: { text: 'No.' } }),
      await call(target, `${path}/messages/${message}`, { token, method: 'DELETE' }),
      await call(target, `${path}/members/${owner.id}`, { token, method: 'DELETE' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403, 403, 403]);
  });

  it('lets the one who asked take a request back, and not answer it', async () => {
    const id = objects['/friend-requests/{id}']?.['id'];
    const answer = await call(target, `/friend-requests/${id}/answer`, {
      token: friend.token,
      json: { accept: true },
    });
    expect(answer.status).toBe(404);
    const back = await call(target, `/friend-requests/${id}`, { token: friend.token, method: 'DELETE' });
    expect(back.status).toBe(204);
  });
});

describe('what everybody may see', () => {
  it('is seen by a stranger, and what a stranger leaves there is the own', async () => {
    const token = strangers.get('patient');
    const quest = await publishedQuest(true);
    for (const path of [
      `/v2/quests/${quest}`,
      `/v2/quests/${quest}/reviews`,
      `/v2/quests/${quest}/mine`,
      `/v2/players/${owner.id}`,
      `/v2/players/${owner.id}/achievements`,
      `/v2/merch`,
    ])
      expect(`${path} ${(await call(target, path, { token })).status}`).toBe(`${path} 200`);
    const relation = { token, method: 'PUT' };
    await done(`/v2/favourites/${quest}`, relation);
    const mine = await done('/v2/favourites', { token: owner.token });
    expect(mine.text).not.toContain(quest);
    await done(`/v2/favourites/${quest}`, { token, method: 'DELETE' });
  });
});
