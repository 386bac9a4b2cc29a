import { type Reader, type Sql, sql, type Tx } from '#platform/server/database';
import type { Attachment, ReadAttachment } from './attachment.ts';

interface AttachmentRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  readonly pages: number | null;
  readonly characters: number;
  readonly warnings: Attachment['warnings'];
  readonly conversation_id: string | null;
  readonly created_at: Date;
}

interface ContentRow extends AttachmentRow {
  readonly content: string;
  readonly pieces: ReadAttachment['pieces'];
}

const columns: Sql = sql`
  id, name, kind, size, pages, char_length(content) AS characters, warnings, conversation_id, created_at`;

function attachmentOf(row: AttachmentRow): Attachment {
  const { id, name, kind, size, pages, characters, warnings } = row;
  const [conversationId, createdAt] = [row.conversation_id, row.created_at];
  return { id, name, kind, size, pages, characters, warnings, conversationId, createdAt };
}

export async function insertAttachment(
  tx: Tx,
  made: ReadAttachment & { readonly tenantId: string; readonly ownerId: string },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO assistants.attachment (id, tenant_id, owner_id, name, kind, size, pages, content, pieces, warnings,
      created_at)
    VALUES (${made.id}, ${made.tenantId}, ${made.ownerId}, ${made.name}, ${made.kind}, ${made.size}, ${made.pages},
      ${made.text}, ${JSON.stringify(made.pieces)}::jsonb, ${JSON.stringify(made.warnings)}::jsonb, ${made.createdAt})`);
}

export async function findAttachments(
  reader: Reader,
  ids: readonly string[],
): Promise<readonly Attachment[]> {
  const rows = await reader.rows<AttachmentRow>(
    sql`SELECT ${columns} FROM assistants.attachment WHERE id = ANY(${ids}::uuid[])`,
  );
  return rows.map(attachmentOf);
}

/** With text and pieces, in the order of the ids; unknown ones are left out. */
export async function readAttachments(
  reader: Reader,
  ids: readonly string[],
): Promise<readonly ReadAttachment[]> {
  const rows = await reader.rows<ContentRow>(sql`
    SELECT ${columns}, content, pieces FROM assistants.attachment WHERE id = ANY(${ids}::uuid[])`);
  const byId = new Map(
    rows.map((row) => [row.id, { ...attachmentOf(row), text: row.content, pieces: row.pieces }]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How many files of the scope belong to no conversation. */
export async function countLoose(reader: Reader): Promise<number> {
  const row = await reader.row<{ count: number }>(
    sql`SELECT count(*) AS count FROM assistants.attachment WHERE conversation_id IS NULL`,
  );
  return row?.count ?? 0;
}

/** Gives files to a conversation; answers how many were free or its own already. */
export function attachTo(tx: Tx, conversationId: string, ids: readonly string[]): Promise<number> {
  return tx.run(sql`
    UPDATE assistants.attachment SET conversation_id = ${conversationId}
    WHERE id = ANY(${ids}::uuid[]) AND (conversation_id IS NULL OR conversation_id = ${conversationId})`);
}

/** Deletes a file that belongs to no conversation. */
export function deleteLoose(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM assistants.attachment WHERE id = ${id} AND conversation_id IS NULL`);
}

/** Ids of the files of a conversation; of all of the scope without one. */
export async function attachmentIds(reader: Reader, conversationId?: string): Promise<readonly string[]> {
  const rows = await reader.rows<{ id: string }>(
    conversationId === undefined
      ? sql`SELECT id FROM assistants.attachment`
      : sql`SELECT id FROM assistants.attachment WHERE conversation_id = ${conversationId}`,
  );
  return rows.map(({ id }) => id);
}

export async function deleteAttachments(tx: Tx): Promise<void> {
  await tx.run(sql`DELETE FROM assistants.attachment`);
}

/** All files of the scope with their texts, for an export. */
export function allAttachments(reader: Reader): Promise<readonly unknown[]> {
  return reader.rows(sql`
    SELECT id, name, kind, size, content, conversation_id, created_at FROM assistants.attachment ORDER BY created_at`);
}
