import { beforeAll, describe, expect, inject, it } from 'vitest';
import { call, listAt, signIn, textAt } from '../client.ts';
import { type Operation, pathOf, readOperations } from '../operations.ts';
import { sampleOf } from '../samples.ts';
import { done, type Somebody, somebody } from './objects.ts';

const target = inject('targetUrl');
let writer: Somebody;
let rival: Somebody;
let draft = '';
let operations: readonly Operation[] = [];

async function author(admin: string): Promise<Somebody> {
  const person = await somebody();
  const roles = { method: 'PATCH', token: admin, json: { roles: ['author'] } };
  await done(`/users/${person.id}/roles`, roles);
  return person;
}

beforeAll(async () => {
  const admin = await signIn(target, 'admin');
  [writer, rival] = [await author(admin), await author(admin)];
  const begun = { title: 'Тихие дворы', city: 'saint-petersburg', category: 'history' };
  draft = textAt((await done('/v2/quests', { token: writer.token, json: begun })).json, 'id');
  const all = await readOperations(target);
  operations = all.filter(({ access, path }) => access === 'write_quests' && path.includes('{id}'));
});

describe('what an author writes', () => {
  it('does not exist for another author, whatever is tried', async () => {
    expect(operations.length).toBeGreaterThan(10);
    const path = `/v2/quests/${draft}/draft`;
    const before = await done(path, { token: writer.token });
    const answers: string[] = [];
    for (const operation of operations) {
      const json = operation.body === undefined ? {} : { json: sampleOf(operation.body) };
      const { status } = await call(target, pathOf(operation, { id: draft }), {
        method: operation.method,
        token: rival.token,
        ...json,
      });
      answers.push(`${operation.method} ${operation.path}: ${status}`);
    }
    expect(answers.filter((answer) => !answer.endsWith(': 404'))).toEqual([]);
    expect((await done(path, { token: writer.token })).json).toEqual(before.json);
  });

  it('is in nobody else’s catalogue, search or shop before it is published', async () => {
    for (const token of [undefined, rival.token]) {
      const looks = [
        await call(target, `/v2/quests/${draft}`, { token }),
        await call(target, `/quests/get-quest/${draft}`, { token }),
      ];
      expect(looks.map(({ status }) => status)).toEqual([404, 404]);
      const found = await done(`/v2/quests?q=${encodeURIComponent('Тихие дворы')}`, { token });
      expect(found.text).not.toContain(draft);
    }
    const { token } = rival;
    const mine = await done('/v2/authors/me/quests', { token });
    expect(listAt(mine.json, 'items')).toEqual([]);
    const bought = await call(target, '/v2/orders', { token, json: { kind: 'quest', quest_id: draft } });
    const played = await call(target, '/v2/sessions', { token, json: { quest_id: draft, test: true } });
    expect([bought.status, played.status]).toEqual([404, 404]);
  });
});
