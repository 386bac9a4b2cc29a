import { type Page, pageOf } from '#base/page';
import { type Reader, sql } from '#platform/server/database';
import { conversationOf, messageOf } from './conversation.store.ts';
import type { Conversation, Message } from './conversation.ts';
import { decodePlace, encodePlace } from './cursor.rules.ts';

type ConversationRow = Parameters<typeof conversationOf>[0];
type MessageRow = Parameters<typeof messageOf>[0];

/** Newest use first. `search` matches titles. */
export async function listConversations(
  reader: Reader,
  { limit, cursor, search }: { readonly limit: number; readonly cursor?: string; readonly search?: string },
): Promise<Page<Conversation>> {
  const place = cursor === undefined ? undefined : decodePlace(cursor);
  const after =
    place === undefined ? sql`` : sql`AND (updated_at, id) < (${new Date(place.at)}, ${place.id}::uuid)`;
  const words = search === undefined ? sql`` : sql`AND strpos(lower(title), lower(${search})) > 0`;
  const rows = await reader.rows<ConversationRow>(sql`
    SELECT id, title, message_count, created_at, updated_at
    FROM memory_agent.conversation
    WHERE true ${after} ${words}
    ORDER BY updated_at DESC, id DESC
    LIMIT ${limit + 1}`);
  return pageOf(rows.map(conversationOf), limit, (last) =>
    encodePlace({ at: last.updatedAt.getTime(), id: last.id }),
  );
}

/** The last messages before a position (default: the end), oldest first; the cursor goes back in time. */
export async function listMessages(
  reader: Reader,
  conversationId: string,
  { limit, before }: { readonly limit: number; readonly before?: number },
): Promise<Page<Message>> {
  const rows = await reader.rows<MessageRow>(sql`
    SELECT id, position, role, content, answer, useful, reason, created_at
    FROM memory_agent.message
    WHERE conversation_id = ${conversationId} AND position < ${before ?? 2_147_483_647}
    ORDER BY position DESC
    LIMIT ${limit + 1}`);
  const page = pageOf(rows.map(messageOf), limit, (oldest) => String(oldest.position));
  return { items: page.items.toReversed(), nextCursor: page.nextCursor };
}

/** All conversations of the scope's owner with their messages, for an export. */
export async function exportConversations(
  reader: Reader,
): Promise<readonly (Conversation & { readonly messages: readonly Message[] })[]> {
  const conversations = await reader.rows<ConversationRow>(
    sql`SELECT id, title, message_count, created_at, updated_at FROM memory_agent.conversation ORDER BY created_at`,
  );
  const messages = await reader.rows<MessageRow & { conversation_id: string }>(sql`
    SELECT conversation_id, id, position, role, content, answer, useful, reason, created_at
    FROM memory_agent.message ORDER BY conversation_id, position`);
  const grouped = Map.groupBy(messages, (message) => message.conversation_id);
  return conversations.map((row) => ({
    ...conversationOf(row),
    messages: (grouped.get(row.id) ?? []).map(({ conversation_id: _conversation, ...message }) =>
      messageOf(message),
    ),
  }));
}
