import { type Reader, sql, type Tx } from '#platform/server/database';
import type { AnswerRecord, Conversation, Message } from './conversation.ts';

interface ConversationRow {
  readonly id: string;
  readonly title: string;
  readonly message_count: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

interface MessageRow {
  readonly id: string;
  readonly position: number;
  readonly role: Message['role'];
  readonly content: string;
  readonly answer: AnswerRecord | null;
  readonly useful: boolean | null;
  readonly reason: string | null;
  readonly created_at: Date;
}

export function conversationOf(row: ConversationRow): Conversation {
  return {
    id: row.id,
    title: row.title,
    messageCount: row.message_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export function messageOf({ created_at, ...row }: MessageRow): Message {
  return { ...row, createdAt: created_at };
}

export async function findConversation(reader: Reader, id: string): Promise<Conversation | undefined> {
  const row = await reader.row<ConversationRow>(
    sql`SELECT id, title, message_count, created_at, updated_at FROM memory_agent.conversation WHERE id = ${id}`,
  );
  return row === undefined ? undefined : conversationOf(row);
}

export async function insertConversation(
  tx: Tx,
  conversation: { readonly id: string; readonly ownerId: string; readonly title: string; readonly now: Date },
): Promise<void> {
  const { id, ownerId, title, now } = conversation;
  await tx.run(sql`
    INSERT INTO memory_agent.conversation (id, owner_id, title, created_at, updated_at)
    VALUES (${id}, ${ownerId}, ${title}, ${now}, ${now})`);
}

/** Locks the conversation and takes the next position in it; undefined when it is gone. */
export async function takePosition(tx: Tx, conversationId: string, now: Date): Promise<number | undefined> {
  const row = await tx.row<{ position: number }>(sql`
    UPDATE memory_agent.conversation
    SET message_count = message_count + 1, updated_at = ${now}
    WHERE id = ${conversationId}
    RETURNING message_count AS position`);
  return row?.position;
}

export async function insertMessage(
  tx: Tx,
  message: {
    readonly id: string;
    readonly conversationId: string;
    readonly ownerId: string;
    readonly position: number;
    readonly role: Message['role'];
    readonly content: string;
    readonly answer: AnswerRecord | null;
    readonly now: Date;
  },
): Promise<void> {
  const answer = message.answer === null ? null : JSON.stringify(message.answer);
  await tx.run(sql`
    INSERT INTO memory_agent.message (id, conversation_id, owner_id, position, role, content, answer, created_at)
    VALUES (${message.id}, ${message.conversationId}, ${message.ownerId}, ${message.position}, ${message.role},
            ${message.content}, ${answer}::jsonb, ${message.now})`);
}

export async function renameConversation(
  tx: Tx,
  id: string,
  title: string,
): Promise<Conversation | undefined> {
  const row = await tx.row<ConversationRow>(sql`
    UPDATE memory_agent.conversation SET title = ${title} WHERE id = ${id}
    RETURNING id, title, message_count, created_at, updated_at`);
  return row === undefined ? undefined : conversationOf(row);
}

export function deleteConversation(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM memory_agent.conversation WHERE id = ${id}`);
}

/** Answers how many answers of that id there are: 0 or 1. */
export function judgeAnswer(tx: Tx, id: string, useful: boolean, reason: string | null): Promise<number> {
  return tx.run(sql`
    UPDATE memory_agent.message SET useful = ${useful}, reason = ${reason} WHERE id = ${id} AND role = 'agent'`);
}

/** Answers that cite memories, locked; null finds every one that cites any. */
export function findCiting(
  tx: Tx,
  ownerId: string,
  nodeIds: readonly string[] | null,
): Promise<readonly Pick<Message, 'id' | 'content' | 'answer'>[]> {
  return tx.rows<Pick<MessageRow, 'id' | 'content' | 'answer'>>(sql`
    SELECT id, content, answer FROM memory_agent.message
     WHERE owner_id = ${ownerId} AND answer IS NOT NULL AND EXISTS (
       SELECT FROM jsonb_array_elements(answer -> 'citations') AS cited
        WHERE ${nodeIds}::text[] IS NULL OR cited ->> 'nodeId' = ANY(${nodeIds}::text[]))
       FOR UPDATE`);
}

export async function rewriteAnswer(
  tx: Tx,
  { id, content, answer }: Pick<Message, 'id' | 'content' | 'answer'>,
): Promise<void> {
  await tx.run(sql`
    UPDATE memory_agent.message SET content = ${content}, answer = ${JSON.stringify(answer)}::jsonb WHERE id = ${id}`);
}

export function deleteAllOf(tx: Tx, ownerId: string): Promise<number> {
  return tx.run(sql`DELETE FROM memory_agent.conversation WHERE owner_id = ${ownerId}`);
}
