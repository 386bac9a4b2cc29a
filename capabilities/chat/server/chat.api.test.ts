import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { defineRef } from '#base/ref';
import { signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { startTestApp, type TestApp, type TestClient, testClient } from '#platform/testing';
import * as contract from '../contract/index.ts';
import { createNeighbours } from '../testing/index.ts';
import { chatRef } from './index.ts';
import { chatModule } from './module.ts';
import type { ChatService } from './service.ts';

const neighbours = createNeighbours();
let test: TestApp;
let service: ChatService;
let people: Record<'ann' | 'bob' | 'eve' | 'mod', TestPerson & { readonly call: TestClient }>;
let count = 0;

async function person(name: string, roles: readonly string[] = ['user']) {
  const one = await signedInPerson(test, { name, roles });
  return { ...one, call: testClient(test, one.accessToken) };
}

beforeAll(async () => {
  test = await startTestApp({
    modules: [identityModule, ...neighbours.modules, chatModule],
    environment: { CHAT_NOTIFY_AFTER_SECONDS: '0' },
  });
  service = test.app.service(defineRef<ChatService>(chatRef.id));
});
beforeEach(async () => {
  count += 1;
  neighbours.judge = () => 'clean';
  people = {
    ann: await person(`ann${count}`),
    bob: await person(`bob${count}`),
    eve: await person(`eve${count}`),
    mod: await person(`mod${count}`, ['user', 'moderator']),
  };
});
afterAll(() => test.close());

async function directRoom(): Promise<string> {
  const answer = await people.ann.call(contract.openRoom, {
    body: { kind: 'direct', user_id: people.bob.id },
  });
  return answer.reply().id;
}

async function say(who: 'ann' | 'bob' | 'eve' | 'mod', id: string, text: string, more: object = {}) {
  const answer = await people[who].call(contract.sendMessage, {
    params: { id },
    body: { client_id: newId(), text, ...more },
  });
  return answer.reply();
}

async function texts(who: 'ann' | 'bob' | 'eve' | 'mod', id: string): Promise<readonly string[]> {
  return (await people[who].call(contract.listMessages, { params: { id } })).reply().items.map((m) => m.text);
}

describe('opening rooms', () => {
  it('opens one direct room per pair, whoever asks, however often and at once', async () => {
    const { ann, bob } = people;
    const answers = await Promise.all([
      ann.call(contract.openRoom, { body: { kind: 'direct', user_id: bob.id } }),
      bob.call(contract.openRoom, { body: { kind: 'direct', user_id: ann.id } }),
      ann.call(contract.openRoom, { body: { kind: 'direct', user_id: bob.id } }),
    ]);
    expect(new Set(answers.map((answer) => answer.reply().id)).size).toBe(1);
    expect(
      answers[0]
        ?.reply()
        .members.map(({ id }) => id)
        .toSorted(),
    ).toEqual([ann.id, bob.id].toSorted());
  });

  it.each([
    [{ kind: 'direct' }, 422],
    [{ kind: 'direct', user_id: 'nobody' }, 422],
    [{ kind: 'direct', user_id: newId() }, 404],
    [{ kind: 'group', title: '', member_ids: [newId()] }, 422],
    [{ kind: 'group', title: ' ', member_ids: [newId()] }, 422],
    [{ kind: 'group', title: 'x'.repeat(121), member_ids: [newId()] }, 422],
    [{ kind: 'group', title: 'Trip', member_ids: [] }, 422],
    [{ kind: 'group', title: 'Trip', member_ids: [newId()] }, 404],
    [{ kind: 'team' }, 422],
    [{ kind: 'support', title: 'x' }, 422],
  ])('answers %j with %i', async (body, status) => {
    expect((await people.ann.call(contract.openRoom, { body })).status).toBe(status);
  });

  it('knows nobody without a token, and refuses a room with oneself', async () => {
    expect((await testClient(test)(contract.listRooms)).status).toBe(401);
    const { ann } = people;
    const answer = await ann.call(contract.openRoom, { body: { kind: 'direct', user_id: ann.id } });
    expect([answer.status, answer.problem().code]).toEqual([422, 'chat.self']);
  });

  it('answers the same room for the same subject', async () => {
    const room = { kind: 'team', subjectId: newId(), memberIds: [people.ann.id], title: 'Foxes' } as const;
    const ids = await Promise.all(
      [1, 2, 3].map(() => test.app.database.transaction((tx) => service.ensureRoom(tx, room))),
    );
    expect(new Set(ids).size).toBe(1);
  });
});

describe('talking', () => {
  it('numbers messages and says a message with the same client id once', async () => {
    const id = await directRoom();
    const body = { client_id: 'same', text: 'Hello' };
    const [first, second] = await Promise.all(
      [1, 2].map(() => people.ann.call(contract.sendMessage, { params: { id }, body })),
    );
    expect(first?.reply().id).toBe(second?.reply().id);
    expect((await say('bob', id, ' Hi ')).seq).toBe(2);
    expect(await texts('ann', id)).toEqual(['Hello', 'Hi']);
    // The same client id of another person is another message.
    expect((await people.bob.call(contract.sendMessage, { params: { id }, body })).reply().seq).toBe(3);
  });

  it('shows rooms with names, the last message and what is unread; reading clears it', async () => {
    const id = await directRoom();
    const { bob } = people;
    await say('ann', id, 'One');
    const last = await say('ann', id, 'Two');
    const list = async () => (await bob.call(contract.listRooms)).reply().items;
    const [room] = await list();
    expect(room).toMatchObject({ id, unread_count: 2, last_message: { text: 'Two' }, member_count: 2 });
    expect(room?.members.map((m) => m.display_name)).toContain(`ann${count}`);
    expect((await people.ann.call(contract.listRooms)).reply().items[0]?.unread_count).toBe(0);
    await bob.call(contract.markRead, { params: { id }, body: { seq: 9_000 } });
    expect((await list())[0]).toMatchObject({ unread_count: 0 });
    expect((await list())[0]?.members.find((m) => m.id === bob.id)?.last_read_seq).toBe(last.seq);
  });

  it('pages backwards and forwards', async () => {
    const id = await directRoom();
    for (let n = 1; n <= 7; n += 1) await say('ann', id, `m${n}`);
    const page = async (query: Record<string, number>) => {
      const { items, next_cursor } = (
        await people.bob.call(contract.listMessages, { params: { id }, query })
      ).reply();
      return [items.map((m) => m.text).join(), next_cursor];
    };
    expect(await page({ limit: 3 })).toEqual(['m5,m6,m7', '5']);
    expect(await page({ limit: 3, before: 5 })).toEqual(['m2,m3,m4', '2']);
    expect(await page({ limit: 3, before: 2 })).toEqual(['m1', null]);
    expect(await page({ limit: 3, after: 2 })).toEqual(['m3,m4,m5', '5']);
    expect(await page({ limit: 3, after: 5 })).toEqual(['m6,m7', null]);
  });

  it('answers what a reply replies to, and refuses a reply into another room', async () => {
    const id = await directRoom();
    const first = await say('ann', id, 'Shall we?');
    const reply = await say('bob', id, 'Yes', { reply_to: first.id });
    expect(reply.reply_to).toEqual({ id: first.id, seq: 1, author_id: people.ann.id, text: 'Shall we?' });
    const other = (await people.ann.call(contract.openRoom, { body: { kind: 'support' } })).reply().id;
    const body = { client_id: 'x', text: 'Yes', reply_to: first.id };
    const refused = await people.ann.call(contract.sendMessage, { params: { id: other }, body });
    expect([refused.status, refused.problem().code]).toEqual([422, 'chat.reply_unknown']);
  });

  it.each([
    [{ client_id: 'a', text: '   ' }],
    [{ client_id: 'a', text: 'x'.repeat(4_001) }],
    [{ client_id: '', text: 'x' }],
    [{ client_id: 'a b', text: 'x' }],
    [{ client_id: 'x'.repeat(65), text: 'x' }],
    [{ text: 'x' }],
    [{ client_id: 'a', text: 'x', reply_to: 'that' }],
    [{ client_id: 'a', text: 'x', attachments: ['that'] }],
    [{ client_id: 'a', text: 'x', extra: 1 }],
  ])('answers %j with 422', async (body) => {
    const id = await directRoom();
    expect((await people.ann.call(contract.sendMessage, { params: { id }, body })).status).toBe(422);
  });

  it('keeps rooms from everybody else', async () => {
    const id = await directRoom();
    const message = await say('ann', id, 'Secret');
    const { call } = people.eve;
    const params = { id };
    const one = { id, message_id: message.id };
    const answers = await Promise.all([
      call(contract.getRoom, { params }),
      call(contract.listMessages, { params }),
      call(contract.sendMessage, { params, body: { client_id: 'x', text: 'x' } }),
      call(contract.editMessage, { params: one, body: { text: 'x' } }),
      call(contract.deleteMessage, { params: one }),
      call(contract.markRead, { params, body: { seq: 1 } }),
      call(contract.reportMessage, { params, body: { message_id: message.id } }),
      call(contract.muteRoom, { params }),
      call(contract.addMember, { params: { id, user_id: people.eve.id } }),
      call(contract.removeMember, { params: { id, user_id: people.bob.id } }),
      call(contract.renameRoom, { params, body: { title: 'Mine' } }),
    ]);
    expect(answers.map((answer) => [answer.status, answer.problem().code])).toEqual(
      answers.map(() => [404, 'chat.room_not_found']),
    );
    expect((await call(contract.listRooms)).reply().items).toEqual([]);
  });
});

describe('changing what was said', () => {
  it('keeps the words before an edit; deletion leaves a tombstone without them', async () => {
    const id = await directRoom();
    const message = await say('ann', id, 'Helo');
    const params = { id, message_id: message.id };
    const edited = (await people.ann.call(contract.editMessage, { params, body: { text: 'Hello' } })).reply();
    expect(edited).toMatchObject({ text: 'Hello', seq: message.seq });
    expect(edited.rev).toBeGreaterThan(message.rev);
    const history = await test.test.database.rows({
      text: 'SELECT body FROM chat.message_revision WHERE message_id = $1',
      values: [message.id],
    });
    expect(history).toEqual([{ body: 'Helo' }]);
    for (const _again of [1, 2])
      expect((await people.ann.call(contract.deleteMessage, { params })).status).toBe(204);
    const [tombstone] = (await people.bob.call(contract.listMessages, { params: { id } })).reply().items;
    expect(tombstone).toMatchObject({ text: '', deleted_by: 'author' });
    expect(JSON.stringify(await service.personalData.export(people.ann.id))).not.toContain('Hel');
  });

  it('is for the author only, within the time allowed, and never to nothing', async () => {
    const id = await directRoom();
    const message = await say('ann', id, 'Hello');
    const params = { id, message_id: message.id };
    const edit = async (who: 'ann' | 'bob', text: string, at = params) => {
      const answer = await people[who].call(contract.editMessage, { params: at, body: { text } });
      return [answer.status, answer.problem().code];
    };
    expect(await edit('bob', 'x')).toEqual([403, 'chat.not_author']);
    expect((await people.bob.call(contract.deleteMessage, { params })).problem().code).toBe(
      'chat.not_author',
    );
    expect(await edit('ann', ' ')).toEqual([422, 'chat.empty']);
    expect(await edit('ann', 'x', { id, message_id: newId() })).toEqual([404, 'chat.message_not_found']);
    await test.test.database.run({
      text: "UPDATE chat.message SET created_at = now() - interval '2 hours' WHERE id = $1",
      values: [message.id],
    });
    expect(await edit('ann', 'x')).toEqual([409, 'chat.too_late']);
  });
});

describe('blocks', () => {
  it('stop both from writing in the direct room and from opening one, until taken back', async () => {
    const id = await directRoom();
    const { ann, bob, eve } = people;
    expect((await ann.call(contract.blockPerson, { params: { user_id: bob.id } })).status).toBe(204);
    for (const { call } of [ann, bob]) {
      const answer = await call(contract.sendMessage, {
        params: { id },
        body: { client_id: 'b', text: 'x' },
      });
      expect([answer.status, answer.problem().code]).toEqual([403, 'chat.blocked']);
    }
    expect((await bob.call(contract.getRoom, { params: { id } })).reply().blocked).toBe(true);
    await eve.call(contract.blockPerson, { params: { user_id: ann.id } });
    const opened = await ann.call(contract.openRoom, { body: { kind: 'direct', user_id: eve.id } });
    expect(opened.problem().code).toBe('chat.blocked');
    const blocked = (await ann.call(contract.listBlocks)).reply().items;
    expect(blocked.map((item) => item.person.id)).toEqual([bob.id]);
    expect(await service.blockedWith(test.app.database, ann.id)).toEqual(new Set([bob.id, eve.id]));
    await bob.call(contract.unblockPerson, { params: { user_id: ann.id } });
    expect(
      (await say('eve', (await eve.call(contract.openRoom, { body: { kind: 'support' } })).reply().id, 'Hi'))
        .seq,
    ).toBe(1);
    await ann.call(contract.unblockPerson, { params: { user_id: bob.id } });
    expect((await say('bob', id, 'Back')).text).toBe('Back');
  });

  it('cannot be laid on oneself or on nobody', async () => {
    const block = async (id: string) =>
      (await people.ann.call(contract.blockPerson, { params: { user_id: id } })).status;
    expect([await block(people.ann.id), await block(newId()), await block('x')]).toEqual([422, 404, 422]);
  });
});

describe('groups', () => {
  async function group(): Promise<string> {
    const body = { kind: 'group', title: ' Trip ', member_ids: [people.bob.id] } as const;
    return (await people.ann.call(contract.openRoom, { body })).reply().id;
  }

  it('are kept by their owner; whoever leaves is out, and the next one inherits', async () => {
    const id = await group();
    const { ann, bob, eve } = people;
    const add = (who: typeof ann, user_id: string) =>
      who.call(contract.addMember, { params: { id, user_id } });
    const remove = (who: typeof ann, user_id: string) =>
      who.call(contract.removeMember, { params: { id, user_id } });
    expect((await add(bob, eve.id)).problem().code).toBe('chat.not_owner');
    expect((await add(ann, eve.id)).status).toBe(204);
    expect((await add(ann, newId())).problem().code).toBe('chat.person_unknown');
    expect((await say('eve', id, 'Hi')).seq).toBe(1);
    expect((await remove(bob, eve.id)).problem().code).toBe('chat.not_owner');
    expect((await remove(ann, eve.id)).status).toBe(204);
    expect((await eve.call(contract.getRoom, { params: { id } })).status).toBe(404);
    expect((await remove(ann, ann.id)).status).toBe(204);
    const room = (await bob.call(contract.renameRoom, { params: { id }, body: { title: 'Ours' } })).reply();
    expect(room).toMatchObject({ title: 'Ours', members: [{ id: bob.id, role: 'owner' }] });
    expect(await texts('bob', id)).toEqual(['Hi']);
  });

  it('is a word for groups only', async () => {
    const id = await directRoom();
    const params = { id, user_id: people.ann.id };
    expect((await people.ann.call(contract.removeMember, { params })).problem().code).toBe('chat.not_group');
  });
});

describe('support', () => {
  it('is a room of one person that every operator may enter', async () => {
    const { ann, mod, bob } = people;
    const id = (await ann.call(contract.openRoom, { body: { kind: 'support' } })).reply().id;
    await say('ann', id, 'Help');
    expect((await bob.call(contract.listRooms, { query: { support: true } })).status).toBe(403);
    expect((await bob.call(contract.getRoom, { params: { id } })).status).toBe(404);
    const rooms = (await mod.call(contract.listRooms, { query: { support: true, limit: 100 } })).reply()
      .items;
    expect(rooms.map((room) => room.id)).toContain(id);
    expect((await say('mod', id, 'Coming')).seq).toBe(2);
    const { members } = (await ann.call(contract.getRoom, { params: { id } })).reply();
    expect(members.map(({ role }) => role)).toEqual(['member', 'operator']);
  });
});

describe('moderation', () => {
  it('holds a message back from everybody but its author until it is approved', async () => {
    const id = await directRoom();
    neighbours.judge = (text) => (text.includes('bad') ? 'hold' : 'clean');
    const held = await say('ann', id, 'bad words');
    await say('bob', id, 'Hello?');
    expect(held.held).toBe(true);
    expect(neighbours.cases.at(-1)).toMatchObject({ kind: 'chat.message', subjectId: held.id });
    expect([await texts('ann', id), await texts('bob', id)]).toEqual([['bad words', 'Hello?'], ['Hello?']]);
    const decide = (decision: 'approve' | 'reject') =>
      test.app.database.transaction((tx) =>
        service.reports.subject.apply(tx, {
          subjectId: held.id,
          decision,
          reasonCode: 'fine',
          note: null,
          moderatorId: people.mod.id,
        }),
      );
    await decide('approve');
    await decide('approve');
    expect(await texts('bob', id)).toEqual(['Hello?', 'bad words']);
    await decide('reject');
    const items = (await people.bob.call(contract.listMessages, { params: { id } })).reply().items;
    expect(items.at(-1)).toMatchObject({ text: '', deleted_by: 'moderator' });
  });

  it('never shows what is rejected, and lets an edit in through the front door only', async () => {
    const id = await directRoom();
    neighbours.judge = (text) => (text.includes('bad') ? 'hold' : 'clean');
    const message = await say('ann', id, 'good');
    const params = { id, message_id: message.id };
    await people.ann.call(contract.editMessage, { params, body: { text: 'bad' } });
    expect(await texts('bob', id)).toEqual([]);
    await people.ann.call(contract.deleteMessage, { params });
    expect(neighbours.withdrawn).toContain(message.id);
    expect(await texts('bob', id)).toEqual([]);
  });

  it('opens a case for a flag and for a report, once per reporter, and keeps what was reported', async () => {
    const id = await directRoom();
    neighbours.judge = () => 'flag';
    const flagged = await say('ann', id, 'call 555');
    expect(neighbours.cases.at(-1)?.subjectId).toBe(flagged.id);
    expect(await texts('bob', id)).toEqual(['call 555']);
    const report = (who: 'ann' | 'bob', message_id: string) =>
      people[who].call(contract.reportMessage, { params: { id }, body: { message_id, comment: 'Rude' } });
    const before = neighbours.cases.length;
    await report('bob', flagged.id);
    expect((await report('bob', flagged.id)).status).toBe(204);
    expect(neighbours.cases.slice(before)).toMatchObject([{ reportedBy: people.bob.id, comment: 'Rude' }]);
    expect((await report('ann', flagged.id)).problem().code).toBe('chat.own_message');
    expect((await report('bob', newId())).status).toBe(404);
    await people.ann.call(contract.deleteMessage, { params: { id, message_id: flagged.id } });
    const preview = await service.reports.subject.preview(test.app.database, [flagged.id]);
    expect(preview.get(flagged.id)?.text).toBe('call 555');
  });
});

describe('attachments', () => {
  it('are the files of their author and can be read in the room only', async () => {
    const id = await directRoom();
    const file = {
      id: newId(),
      ownerId: people.ann.id,
      purpose: 'chat.attachment',
      name: 'map.png',
      mediaType: 'image/png',
      size: 10,
      width: 1,
      height: 1,
      url: '/f',
      variants: [],
      perceptualHash: null,
    };
    neighbours.uploaded.set(file.id, file);
    const sent = await say('ann', id, '', { attachments: [file.id] });
    expect(sent.attachments).toMatchObject([{ id: file.id, name: 'map.png' }]);
    const body = { client_id: 'y', text: '', attachments: [file.id] };
    const stolen = await people.bob.call(contract.sendMessage, { params: { id }, body });
    expect([stolen.status, stolen.problem().code]).toEqual([404, 'files.not_found']);
    expect((await say('bob', id, 'Nice')).seq).toBe(2);
    const caller = (who: TestPerson) => ({
      userId: who.id,
      sessionId: null,
      apiKeyId: null,
      roles: [],
      permissions: new Set<never>(),
      scopes: null,
    });
    const mayRead = (who: TestPerson) => service.attachments.mayRead?.(caller(who), file.id);
    expect([await mayRead(people.bob), await mayRead(people.eve)]).toEqual([true, false]);
    await people.ann.call(contract.deleteMessage, { params: { id, message_id: sent.id } });
    expect([await mayRead(people.bob), neighbours.attached.has(file.id)]).toEqual([false, false]);
  });
});

describe('notices', () => {
  it('tell those who have not read, once until they do; the muted are left alone', async () => {
    const id = await directRoom();
    const told = () => neighbours.notices.filter(({ userId }) => userId === people.bob.id);
    await say('ann', id, 'One');
    await expect.poll(() => told().length, { timeout: 15_000 }).toBe(1);
    expect(told()[0]).toMatchObject({ kind: 'chat.message', path: `/app/chats/${id}` });
    expect(JSON.stringify(told())).not.toContain('One');
    await say('ann', id, 'Two');
    await service.notices.tell(id);
    expect(told()).toHaveLength(1);
    const last = await say('ann', id, 'Three');
    await people.bob.call(contract.markRead, { params: { id }, body: { seq: last.seq } });
    await people.bob.call(contract.muteRoom, { params: { id } });
    await say('ann', id, 'Four');
    await service.notices.tell(id);
    expect(told()).toHaveLength(1);
    await people.bob.call(contract.unmuteRoom, { params: { id } });
    await service.notices.tell(id);
    expect(told()).toHaveLength(2);
  });
});

describe('personal data', () => {
  it('is handed out, and let go without taking the words of others along', async () => {
    const id = await directRoom();
    await say('ann', id, 'Mine');
    await say('bob', id, 'His');
    expect(JSON.stringify(await service.personalData.export(people.ann.id))).toContain('Mine');
    for (const _again of [1, 2])
      await test.app.database.transaction((tx) => service.personalData.erase(tx, people.ann.id));
    const items = (await people.bob.call(contract.listMessages, { params: { id } })).reply().items;
    expect(items).toMatchObject([{ text: '', author_id: null, deleted_by: 'author' }, { text: 'His' }]);
    expect(await service.personalData.export(people.ann.id)).toEqual({
      rooms: [],
      messages: [],
      blocked: [],
    });
    expect((await say('bob', id, 'Still here')).seq).toBe(3);
  });
});

describe('the system', () => {
  it('says its lines in codes', async () => {
    const id = await directRoom();
    const line = { code: 'team.joined', values: { name: 'Ann' } };
    await test.app.database.transaction((tx) => service.say(tx, id, line));
    const [item] = (await people.bob.call(contract.listMessages, { params: { id } })).reply().items;
    expect(item).toMatchObject({ author_id: null, system: line });
    expect((await people.bob.call(contract.getRoom, { params: { id } })).reply().unread_count).toBe(0);
  });
});
