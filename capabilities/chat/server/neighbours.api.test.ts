import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { filesRef } from '#capabilities/files/server';
import { picture } from '#capabilities/files/testing';
import { signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { claimCase, decideCase, listCases } from '#capabilities/moderation/contract';
import { listNotifications } from '#capabilities/notifications/contract';
import { chatModule } from '#modules/capabilities/chat';
import { filesModule } from '#modules/capabilities/files';
import { identityModule } from '#modules/capabilities/identity';
import { moderationModule } from '#modules/capabilities/moderation';
import { notificationsModule } from '#modules/capabilities/notifications';
import { startTestApp, type TestApp, testClient } from '#platform/testing';
import * as contract from '../contract/index.ts';

let test: TestApp;
let ann: TestPerson;
let bob: TestPerson;
let mod: TestPerson;
let roomId: string;

const as = (who: TestPerson) => testClient(test, who.accessToken);

beforeAll(async () => {
  test = await startTestApp({
    modules: [identityModule, filesModule, moderationModule, notificationsModule, chatModule],
    environment: { CHAT_NOTIFY_AFTER_SECONDS: '0' },
  });
  ann = await signedInPerson(test, { name: 'ann' });
  bob = await signedInPerson(test, { name: 'bob' });
  mod = await signedInPerson(test, { name: 'mod', roles: ['user', 'moderator'] });
  const room = await as(ann)(contract.openRoom, { body: { kind: 'direct', user_id: bob.id } });
  roomId = room.reply().id;
});
afterAll(() => test.close());

async function say(text: string, attachments: readonly string[] = []) {
  const body = { client_id: newId(), text, attachments: [...attachments] };
  return (await as(ann)(contract.sendMessage, { params: { id: roomId }, body })).reply();
}

describe('with its real neighbours', () => {
  it('shows a reported message to the moderators, whose decision removes it', async () => {
    const message = await say('Something rude');
    const report = { params: { id: roomId }, body: { message_id: message.id, comment: 'Rude' } };
    expect((await as(bob)(contract.reportMessage, report)).status).toBe(204);
    const cases = (await as(mod)(listCases, { query: { kind: 'chat.message' } })).reply().items;
    const params = { id: cases[0]?.id ?? '' };
    expect((await as(mod)(claimCase, { params })).status).toBeLessThan(300);
    const body = { decision: 'reject', reason_code: 'profanity' } as const;
    (await as(mod)(decideCase, { params, body })).reply();
    const page = (await as(bob)(contract.listMessages, { params: { id: roomId } })).reply();
    expect(page.items.at(-1)).toMatchObject({ id: message.id, text: '', deleted_by: 'moderator' });
  });

  it('puts a notice without the words into the inbox of who has not read', async () => {
    await say('The secret word');
    const inbox = async () => (await as(bob)(listNotifications)).text;
    await expect.poll(inbox, { timeout: 20_000 }).toContain('chat.message');
    expect(await inbox()).not.toContain('secret');
  });

  it('attaches a published picture that only the room may see', async () => {
    const file = await test.app.service(filesRef).publish({
      ownerId: ann.id,
      purpose: 'chat.attachment',
      name: 'map.png',
      body: await picture(),
    });
    const message = await say('', [file.id]);
    expect(message.attachments).toMatchObject([{ id: file.id, media_type: file.mediaType }]);
    const page = (await as(bob)(contract.listMessages, { params: { id: roomId } })).reply();
    expect(page.items.at(-1)?.attachments[0]?.url).toMatch(/^(\/|http)/);
  });
});
