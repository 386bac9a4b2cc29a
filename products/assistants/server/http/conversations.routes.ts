import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { AssistantsService } from '../assistants.ts';
import type { ConversationChange } from '../conversations/conversation.ts';
import { conversationMarkdown, exportName } from '../conversations/export.rules.ts';
import { presentConversation, presentMessage } from './present-conversation.ts';
import { workspaceOf } from './workspace.ts';

interface WireChange {
  readonly title?: string | undefined;
  readonly pinned?: boolean | undefined;
  readonly archived?: boolean | undefined;
  readonly project_id?: string | null | undefined;
}

function changeOf({ title, pinned, archived, project_id: projectId }: WireChange): ConversationChange {
  return {
    ...(title === undefined ? {} : { title }),
    ...(pinned === undefined ? {} : { pinned }),
    ...(archived === undefined ? {} : { archived }),
    ...(projectId === undefined ? {} : { projectId }),
  };
}

/** What was said before. */
export function mountConversations({ mount, service }: ServeDoor<AssistantsService>): void {
  const { conversations, attachments, projectAccess, tenants } = service;

  mount(contract.listConversations, async (request) => {
    const { limit = 20, cursor, q, role, archived = false } = request.query;
    const page = await conversations.list(await workspaceOf(tenants, request), {
      limit,
      archived,
      ...(cursor === undefined ? {} : { cursor }),
      ...(q === undefined ? {} : { search: q }),
      ...(role === undefined ? {} : { role }),
    });
    const items = page.items.map((found) => ({ ...presentConversation(found), snippet: found.snippet }));
    return { items, next_cursor: page.nextCursor };
  });

  mount(contract.getConversation, async (request) => {
    const { params, query, locale } = request;
    const workspace = await workspaceOf(tenants, request);
    const { conversation, messages } = await conversations.read(workspace, params.id, {
      limit: query.limit ?? 50,
      ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
    });
    const files = await attachments.known(
      workspace,
      messages.items.flatMap(({ fileIds }) => fileIds),
    );
    return {
      conversation: presentConversation(conversation),
      items: messages.items.map((message) => presentMessage(message, files, locale)),
      next_cursor: messages.nextCursor,
    };
  });

  mount(contract.changeConversation, async (request) => {
    const workspace = await workspaceOf(tenants, request);
    const projectId = request.body.project_id;
    if (typeof projectId === 'string') await projectAccess.check(workspace, projectId);
    return presentConversation(
      await conversations.change(workspace, request.params.id, changeOf(request.body)),
    );
  });

  mount(contract.chooseBranch, async (request) => {
    const workspace = await workspaceOf(tenants, request);
    const { params, body } = request;
    return presentConversation(await conversations.chooseBranch(workspace, params.id, body.message_id));
  });

  mount(contract.deleteConversation, async (request) => {
    const forget = request.query.forget ?? false;
    await conversations.delete(await workspaceOf(tenants, request), request.params.id, { forget });
  });

  mount(contract.deleteHistory, async (request) => {
    const forget = request.query.forget ?? false;
    const workspace = await workspaceOf(tenants, request);
    return { deleted: await conversations.deleteAll(workspace, request.params.role, { forget }) };
  });

  mount(contract.exportConversation, async (request, reply) => {
    const { format = 'md' } = request.query;
    const workspace = await workspaceOf(tenants, request);
    const { conversation, branch, all } = await conversations.whole(workspace, request.params.id);
    const files = await attachments.known(
      workspace,
      all.flatMap(({ fileIds }) => fileIds),
    );
    const names = new Map([...files].map(([id, { name }]) => [id, name]));
    const text =
      format === 'md'
        ? conversationMarkdown(conversation, branch, { names, locale: request.locale })
        : JSON.stringify({ conversation, messages: all, files: Object.fromEntries(names) }, undefined, 2);
    const name = encodeURIComponent(exportName(conversation.title, format));
    reply.header(
      'content-disposition',
      `attachment; filename="conversation.${format}"; filename*=UTF-8''${name}`,
    );
    reply.header('cache-control', 'private, no-store');
    const contentType = format === 'md' ? 'text/markdown; charset=utf-8' : 'application/json';
    return { body: new TextEncoder().encode(text), contentType };
  });
}
