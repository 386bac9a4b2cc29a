import { type Reader, type Sql, sql, type Tx } from '#platform/server/database';
import type { AnswerRecord, Message } from './conversation.ts';

export interface MessageRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly parent_id: string | null;
  readonly depth: number;
  readonly author: Message['author'];
  readonly content: string;
  readonly file_ids: readonly string[];
  readonly answer: AnswerRecord | null;
  readonly useful: boolean | null;
  readonly reasons: readonly string[];
  readonly comment: string | null;
  readonly created_at: Date;
}

export const messageColumns: Sql = sql`
  m.id, m.conversation_id, m.parent_id, m.depth, m.author, m.content, m.file_ids, m.answer, m.useful, m.reasons,
  m.comment, m.created_at`;

export function messageOf(row: MessageRow): Message {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    parentId: row.parent_id,
    depth: row.depth,
    author: row.author,
    content: row.content,
    fileIds: row.file_ids,
    answer: row.answer,
    useful: row.useful,
    reasons: row.reasons,
    comment: row.comment,
    createdAt: row.created_at,
  };
}

export async function findMessage(reader: Reader, id: string): Promise<Message | undefined> {
  const row = await reader.row<MessageRow>(
    sql`SELECT ${messageColumns} FROM assistants.message m WHERE m.id = ${id}`,
  );
  return row === undefined ? undefined : messageOf(row);
}

export interface NewMessage
  extends Pick<Message, 'id' | 'conversationId' | 'parentId' | 'author' | 'content' | 'fileIds' | 'answer'> {
  readonly tenantId: string;
  readonly ownerId: string;
  readonly now: Date;
}

/** PostgreSQL keeps no NUL and no lone surrogates; models and files may hold both. */
const kept = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const keptJson = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) => (typeof part === 'string' ? kept(part) : part));

/**
 * Writes a message below its parent and makes its branch the active one. The conversation must be locked. Answers
 * false when the conversation is gone.
 */
export async function insertMessage(tx: Tx, made: NewMessage): Promise<boolean> {
  const known = await tx.run(sql`
    UPDATE assistants.conversation
    SET message_count = message_count + 1, leaf_id = ${made.id}, updated_at = ${made.now}
    WHERE id = ${made.conversationId}`);
  if (known === 0) return false;
  const answer = made.answer === null ? null : keptJson(made.answer);
  await tx.run(sql`
    INSERT INTO assistants.message (id, conversation_id, tenant_id, owner_id, parent_id, depth, author, content,
      file_ids, answer, created_at)
    VALUES (${made.id}, ${made.conversationId}, ${made.tenantId}, ${made.ownerId}, ${made.parentId},
      coalesce((SELECT depth + 1 FROM assistants.message WHERE id = ${made.parentId}), 0),
      ${made.author}, ${kept(made.content)}, ${made.fileIds}::uuid[], ${answer}::jsonb, ${made.now})`);
  return true;
}

/** Adds text to an answer and replaces its record. */
export function extendAnswer(tx: Tx, id: string, text: string, record: AnswerRecord): Promise<number> {
  return tx.run(sql`
    UPDATE assistants.message SET content = content || ${kept(text)}, answer = ${keptJson(record)}::jsonb
    WHERE id = ${id} AND author = 'assistant'`);
}

/** Keeps a judgement, or takes it back with null. Answers how many answers of that id there are: 0 or 1. */
export function judgeMessage(
  tx: Tx,
  id: string,
  judgement: {
    readonly useful: boolean | null;
    readonly reasons: readonly string[];
    readonly comment: string | null;
  },
): Promise<number> {
  const { useful, reasons, comment } = judgement;
  return tx.run(sql`
    UPDATE assistants.message SET useful = ${useful}, reasons = ${reasons}::text[], comment = ${comment}
    WHERE id = ${id} AND author = 'assistant'`);
}

/** The newest message below a message, itself without any: the end of its branch. */
export async function newestBelow(reader: Reader, id: string): Promise<string | undefined> {
  const row = await reader.row<{ id: string }>(sql`
    WITH RECURSIVE branch AS (
      SELECT id, created_at, 0 AS below FROM assistants.message WHERE id = ${id}
      UNION ALL
      SELECT child.id, child.created_at, branch.below + 1
      FROM branch JOIN LATERAL (
        SELECT c.id, c.created_at FROM assistants.message c WHERE c.parent_id = branch.id
        ORDER BY c.created_at DESC, c.id DESC LIMIT 1) child ON true)
    SELECT id FROM branch ORDER BY below DESC LIMIT 1`);
  return row?.id;
}

/** Answers that cite memories, locked; null finds every one that cites any. */
export function findCiting(
  tx: Tx,
  nodeIds: readonly string[] | null,
): Promise<readonly Pick<Message, 'id' | 'content' | 'answer'>[]> {
  return tx.rows<Pick<MessageRow, 'id' | 'content' | 'answer'>>(sql`
    SELECT id, content, answer FROM assistants.message
     WHERE answer IS NOT NULL AND EXISTS (
       SELECT FROM jsonb_array_elements(answer -> 'citations') AS cited
        WHERE cited ->> 'kind' = 'memory'
          AND (${nodeIds}::text[] IS NULL OR cited ->> 'reference' = ANY(${nodeIds}::text[])))
       FOR UPDATE`);
}

export async function rewriteAnswer(
  tx: Tx,
  { id, content, answer }: Pick<Message, 'id' | 'content' | 'answer'>,
): Promise<void> {
  await tx.run(sql`
    UPDATE assistants.message SET content = ${content}, answer = ${JSON.stringify(answer)}::jsonb WHERE id = ${id}`);
}
