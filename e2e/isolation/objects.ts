import { inject } from 'vitest';
import { newId } from '#base/ids';
import { registered } from '../browser/person.ts';
import { type Answer, at, type Call, call, listAt, signIn, textAt } from '../client.ts';
import { until } from '../until.ts';

const target = inject('targetUrl');

/** The smallest picture there is. */
export const picture = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

export interface Somebody {
  readonly id: string;
  readonly token: string;
}

/** A new account: nothing in it, nobody knows it. */
export async function somebody(): Promise<Somebody> {
  const { token } = await registered();
  const me = await call(target, '/profile/me', { token });
  return { id: textAt(me.json, 'id'), token };
}

/** What must succeed so that there is something to keep from others. */
export async function done(path: string, options: Call): Promise<Answer> {
  const answer = await call(target, path, options);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer;
}

export async function publishedQuest(isFree: boolean): Promise<string> {
  const { json } = await done('/v2/quests?limit=50', {});
  const found = listAt(json, 'items').find((quest) => (at(quest, 'price', 'amount') === 0) === isFree);
  return textAt(found, 'id');
}

async function uploadOf(token: string): Promise<string> {
  const body = { purpose: 'chat.attachment', name: 'dot.png', size: picture.length };
  return textAt((await done('/files/uploads', { token, json: body })).json, 'id');
}

function notificationOf(token: string): Promise<string> {
  return until('A notification', async () => {
    const id = at((await done('/notifications/', { token })).json, 'items', 0, 'id');
    return typeof id === 'string' ? id : undefined;
  });
}

type Values = Readonly<Record<string, string>>;

/** Everything one person can own, by the path that leads to it; the values are those of the path's parameters. */
export async function makeObjects(
  owner: Somebody,
  friend: Somebody,
): Promise<Readonly<Record<string, Values>>> {
  const { token } = owner;
  const key = await done('/api-keys/', { token, json: { name: 'mine', scopes: ['profile:read'] } });
  const sessions = await done('/auth/sessions', { token });
  const note = await done('/memory/remember', { token, json: { content: 'The key lies under the mat.' } });
  const exchange = await done('/chat', { token, json: { message: 'Where does the key lie?' } });
  const group = { kind: 'group', title: 'Us', member_ids: [friend.id] };
  const room = textAt((await done('/chats/', { token, json: group })).json, 'id');
  const said = { client_id: newId(), text: 'Nobody else reads this.' };
  const message = textAt((await done(`/chats/${room}/messages`, { token, json: said })).json, 'id');
  const upload = await uploadOf(token);
  const file = await uploadOf(token);
  const bytes = { method: 'PUT', token, raw: picture, contentType: 'image/png' };
  await done(`/files/uploads/${file}/content`, bytes);
  // Asked by the friend: a notification comes, and a request to answer.
  const asked = await done('/friend-requests/', { token: friend.token, json: { user_id: owner.id } });
  const device = { platform: 'fcm', label: 'Telephone', token: `device-${newId()}` };
  const registeredDevice = await done('/notifications/devices', { token, json: device });
  const bought = { kind: 'quest', quest_id: await publishedQuest(false) };
  const order = await done('/v2/orders', { token, json: bought });
  const quest = await publishedQuest(true);
  const session = textAt((await done('/v2/sessions', { token, json: { quest_id: quest } })).json, 'id');
  const manager = await signIn(target, 'manager');
  const finish = { action: 'finish', reason: 'End of the walk' };
  await done(`/v2/admin/sessions/${session}/repair`, { token: manager, json: finish });
  const review = await done(`/v2/quests/${quest}/reviews`, { token, json: { stars: 4, text: 'Good.' } });
  const team = textAt((await done('/v2/teams', { token, json: { name: 'Ours' } })).json, 'id');
  const conversation = { id: textAt(exchange.json, 'conversation_id') };
  const one = { id: room, user_id: friend.id, message_id: message };
  const notice = { id: await notificationOf(token) };
  return {
    '/api-keys/{id}': { id: textAt(key.json, 'api_key', 'id') },
    '/auth/sessions/{id}': { id: textAt(sessions.json, 'items', 0, 'id') },
    '/memory/nodes/{id}': { id: textAt(note.json, 'id') },
    '/memory/nodes/{id}/restore': { id: textAt(note.json, 'id') },
    '/chat/{id}/feedback': { id: textAt(exchange.json, 'id') },
    '/chat/conversations/{id}': conversation,
    '/chats/{id}': one,
    '/chats/{id}/members/{user_id}': one,
    '/chats/{id}/messages': one,
    '/chats/{id}/messages/{message_id}': one,
    '/chats/{id}/mute': one,
    '/chats/{id}/read': one,
    '/chats/{id}/report': one,
    '/files/uploads/{id}/complete': { id: upload },
    '/files/uploads/{id}/content': { id: upload },
    '/files/{id}': { id: file },
    '/friend-requests/{id}': { id: textAt(asked.json, 'id') },
    '/friend-requests/{id}/answer': { id: textAt(asked.json, 'id') },
    '/notifications/devices/{id}': { id: textAt(registeredDevice.json, 'id') },
    '/notifications/{id}': notice,
    '/notifications/{id}/read': notice,
    '/notifications/{id}/seen': notice,
    '/payments/{id}': { id: textAt(order.json, 'payment', 'id') },
    '/v2/orders/{id}': { id: textAt(order.json, 'id') },
    '/v2/orders/{id}/cancel': { id: textAt(order.json, 'id') },
    '/v2/reviews/{id}': { id: textAt(review.json, 'id') },
    '/v2/sessions/{id}': { id: session },
    '/v2/sessions/{id}/card': { id: session },
    '/v2/sessions/{id}/moves': { id: session },
    '/v2/sessions/{id}/pack': { id: session },
    '/v2/teams/{id}': { id: team },
    '/v2/teams/{id}/members/{user_id}': { id: team, user_id: owner.id },
  };
}
