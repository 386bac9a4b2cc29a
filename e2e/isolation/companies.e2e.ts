import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Answer, call, textAt } from '../client.ts';
import { type Operation, pathOf, readOperations } from '../operations.ts';
import { sampleOf } from '../samples.ts';
import { done, type Somebody, somebody } from './objects.ts';

const target = inject('targetUrl');

/** The same for everybody, whatever company is named. */
const sameForAll = ['/api/assistants/code/rules', '/api/assistants/status', '/api/assistants/tools'];

let owner: Somebody;
let stranger: Somebody;
let company = '';
let operations: readonly Operation[] = [];
/** Ids that stand for `{id}` below a path that begins so; the longest beginning counts. */
let ids: readonly (readonly [prefix: string, id: string])[] = [];

const inCompany = (): { headers: Record<string, string> } => ({ headers: { 'x-company-id': company } });

function valuesFor({ path }: Operation): Readonly<Record<string, string>> {
  const id = ids.find(([prefix]) => path.startsWith(prefix))?.[1] ?? company;
  return {
    id,
    role: 'developer',
    user_id: owner.id,
    invitation_id: id,
    upload_id: id,
    version: '1',
    subject: owner.id,
  };
}

function attempt(
  operation: Operation,
  who: Somebody,
  more: { readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { body, takesBytes, method } = operation;
  const sent = takesBytes
    ? { raw: new Uint8Array([80, 75, 5, 6, ...new Uint8Array(18)]), contentType: 'application/zip' }
    : body === undefined
      ? {}
      : { json: sampleOf(body) };
  const query = operation.parameters
    .filter((one) => one.in === 'query' && one.isRequired)
    .map(({ name, schema }): [string, string] => [name, String(sampleOf(schema))]);
  const asked = query.length === 0 ? '' : `?${new URLSearchParams(query)}`;
  return call(target, `${pathOf(operation, valuesFor(operation))}${asked}`, {
    method,
    token: who.token,
    ...sent,
    ...more,
  });
}

async function make(path: string, json: unknown): Promise<string> {
  const made = await done(path, { token: owner.token, json, ...inCompany() });
  return textAt(made.json, 'id');
}

beforeAll(async () => {
  [owner, stranger] = [await somebody(), await somebody()];
  company = textAt((await done('/companies/', { token: owner.token, json: { name: 'Ромашка' } })).json, 'id');
  const answer = await done('/api/assistants/chat/developer', {
    token: owner.token,
    json: { message: 'Проверь код:\nА = А;' },
    ...inCompany(),
  });
  ids = [
    ['/api/assistants/projects/', await make('/api/assistants/projects', { name: 'Торговля' })],
    [
      '/api/assistants/knowledge/collections/',
      await make('/api/assistants/knowledge/collections', {
        name: 'Правила',
        reading: { kind: 'company', least_role: 'viewer' },
      }),
    ],
    ['/api/assistants/conversations/', textAt(answer.json, 'conversation_id')],
    ['/api/assistants/messages/', textAt(answer.json, 'id')],
  ];
  const all = await readOperations(target);
  operations = all.filter(({ path }) => /^\/(?:companies\/\{|api\/assistants\/)/.test(path));
});

describe('what a company owns', () => {
  it('is asked for by many operations', () => {
    expect(operations.length).toBeGreaterThan(60);
  });

  it('does not open to somebody who names a foreign company, whatever is asked', async () => {
    const wrong: string[] = [];
    for (const operation of operations.filter(
      ({ path }) => path.startsWith('/api/') && !sameForAll.includes(path),
    )) {
      const { status, text } = await attempt(operation, stranger, inCompany());
      if (status !== 404 || !text.includes('tenants.company_not_found'))
        wrong.push(`${operation.method} ${operation.path}: ${status} ${text.slice(0, 160)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('does not exist for somebody who names its objects from a company of their own', async () => {
    const wrong: string[] = [];
    for (const operation of operations.filter(({ path }) => path.includes('{id}'))) {
      const { status, text } = await attempt(operation, stranger);
      if (status !== 404)
        wrong.push(`${operation.method} ${operation.path}: ${status} ${text.slice(0, 160)}`);
    }
    expect(wrong).toEqual([]);
    for (const [prefix, id] of ids.filter(([path]) => !path.includes('messages'))) {
      const { status } = await call(target, `${prefix}${id}`, { token: owner.token, ...inCompany() });
      expect(`${prefix} ${status}`).toBe(`${prefix} 200`);
    }
  });

  it('is in no list of others', async () => {
    const found: string[] = [];
    for (const { method, path } of operations.filter(
      (one) => one.method === 'GET' && !one.path.includes('{'),
    )) {
      const { text } = await call(target, path, { method, token: stranger.token });
      found.push(
        ...[...ids.map(([, id]) => id), company]
          .filter((id) => text.includes(id))
          .map((id) => `${path}: ${id}`),
      );
    }
    expect(found).toEqual([]);
  });
});
