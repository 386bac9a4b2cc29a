import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import { isOperator } from '../rooms/entrance.ts';
import type { ChatService } from '../service.ts';

/** What is said in rooms. */
export function serveMessages({ mount, service }: ServeDoor<ChatService>): void {
  const { entrance, views, sending, changing, rooms, reports } = service;

  mount(contract.listMessages, async ({ caller, params, query }) => {
    await entrance.enter(params.id, caller);
    const { limit = 50, before, after } = query;
    const page = await views.messages(params.id, caller.userId, { limit, before, after });
    return { items: [...page.items], people: [...page.people], next_cursor: page.nextCursor };
  });

  mount(contract.sendMessage, async ({ caller, params, body }) => {
    const speaker = { userId: caller.userId, isOperator: isOperator(caller) };
    const message = await sending.send(params.id, speaker, {
      clientId: body.client_id,
      text: body.text,
      replyTo: body.reply_to ?? null,
      attachmentIds: body.attachments ?? [],
    });
    return views.message(message);
  });

  mount(contract.editMessage, async ({ caller, params, body }) => {
    await entrance.enter(params.id, caller);
    return views.message(await changing.edit(params.id, caller.userId, params.message_id, body.text));
  });

  mount(contract.deleteMessage, async ({ caller, params }) => {
    await entrance.enter(params.id, caller);
    await changing.remove(params.id, caller.userId, params.message_id);
  });

  mount(contract.markRead, ({ caller, params, body }) => rooms.markRead(caller, params.id, body.seq));

  mount(contract.reportMessage, async ({ caller, params, body }) => {
    await entrance.enter(params.id, caller);
    await reports.report(params.id, caller.userId, body.message_id, body.comment);
  });
}
