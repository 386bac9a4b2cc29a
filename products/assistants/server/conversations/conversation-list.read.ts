import { type Page, pageOf } from '#base/page';
import { type Reader, sql } from '#platform/server/database';
import { type ConversationRow, conversationColumns, conversationOf } from './conversation.store.ts';
import type { BranchMessage, Conversation, Message } from './conversation.ts';
import { decodePlace, encodePlace } from './cursor.rules.ts';
import { type MessageRow, messageColumns, messageOf } from './message.store.ts';

export interface ConversationFilters {
  readonly limit: number;
  readonly cursor?: string;
  /** Words of titles and messages. */
  readonly search?: string;
  readonly role?: string;
  readonly archived: boolean;
}

export interface FoundConversation extends Conversation {
  /** Where the searched words stand in a message. */
  readonly snippet: string | null;
}

/** Pinned ones first, then newest use first. */
export async function listConversations(
  reader: Reader,
  { limit, cursor, search = '', role, archived }: ConversationFilters,
): Promise<Page<FoundConversation>> {
  const place = cursor === undefined ? undefined : decodePlace(cursor);
  const after =
    place === undefined
      ? sql``
      : sql`AND (pinned, updated_at, id) < (${place.pinned}, ${new Date(place.at)}, ${place.id}::uuid)`;
  const ofRole = role === undefined ? sql`` : sql`AND role_name = ${role}`;
  const rows = await reader.rows<ConversationRow & { snippet: string | null }>(sql`
    SELECT ${conversationColumns}, found.snippet
    FROM assistants.conversation c
    LEFT JOIN LATERAL (
      SELECT substr(m.content, greatest(1, strpos(lower(m.content), lower(${search})) - 60), 200) AS snippet
      FROM assistants.message m
      WHERE ${search !== ''} AND m.conversation_id = c.id AND strpos(lower(m.content), lower(${search})) > 0
      ORDER BY m.created_at DESC LIMIT 1) found ON true
    WHERE archived = ${archived} ${ofRole} ${after}
      AND (${search === ''} OR found.snippet IS NOT NULL OR strpos(lower(title), lower(${search})) > 0)
    ORDER BY pinned DESC, updated_at DESC, id DESC
    LIMIT ${limit + 1}`);
  const found = rows.map((row) => ({ ...conversationOf(row), snippet: row.snippet }));
  return pageOf(found, limit, (last) =>
    encodePlace({ pinned: last.pinned, at: last.updatedAt.getTime(), id: last.id }),
  );
}

/** The branch that ends with a message, above a depth (default: whole), oldest first; the cursor goes back in time. */
export async function listBranch(
  reader: Reader,
  leafId: string | null,
  { limit, before }: { readonly limit: number; readonly before?: number },
): Promise<Page<BranchMessage>> {
  const rows = await reader.rows<MessageRow & { siblings: readonly string[] }>(sql`
    WITH RECURSIVE path AS (
      SELECT id, parent_id, depth FROM assistants.message WHERE id = ${leafId}
      UNION ALL
      SELECT m.id, m.parent_id, m.depth FROM assistants.message m JOIN path ON m.id = path.parent_id)
    SELECT ${messageColumns}, array(
      SELECT s.id FROM assistants.message s
      WHERE s.conversation_id = m.conversation_id AND s.depth = m.depth AND s.parent_id IS NOT DISTINCT FROM m.parent_id
      ORDER BY s.created_at, s.id) AS siblings
    FROM path JOIN assistants.message m ON m.id = path.id
    WHERE m.depth < ${before ?? 2_147_483_647}
    ORDER BY m.depth DESC
    LIMIT ${limit + 1}`);
  const messages = rows.map((row) => ({ ...messageOf(row), siblings: row.siblings }));
  const page = pageOf(messages, limit, (oldest) => String(oldest.depth));
  return { items: page.items.toReversed(), nextCursor: page.nextCursor };
}

/** Every message of a conversation, its branches included, parents first. */
export async function allMessages(reader: Reader, conversationId: string): Promise<readonly Message[]> {
  const rows = await reader.rows<MessageRow>(sql`
    SELECT ${messageColumns} FROM assistants.message m
    WHERE m.conversation_id = ${conversationId} ORDER BY m.depth, m.created_at, m.id`);
  return rows.map(messageOf);
}

/** All conversations of the scope with all messages, for an export. */
export async function everything(
  reader: Reader,
): Promise<readonly (Conversation & { readonly messages: readonly Message[] })[]> {
  const conversations = await reader.rows<ConversationRow>(
    sql`SELECT ${conversationColumns} FROM assistants.conversation ORDER BY created_at`,
  );
  const messages = await reader.rows<MessageRow>(
    sql`SELECT ${messageColumns} FROM assistants.message m ORDER BY m.conversation_id, m.depth, m.created_at`,
  );
  const grouped = Map.groupBy(messages, (message) => message.conversation_id);
  return conversations.map((row) => ({
    ...conversationOf(row),
    messages: (grouped.get(row.id) ?? []).map(messageOf),
  }));
}
