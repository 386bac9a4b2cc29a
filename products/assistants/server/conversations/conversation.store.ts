import { type Reader, type Sql, sql, type Tx } from '#platform/server/database';
import type { Conversation, ConversationChange } from './conversation.ts';

export interface ConversationRow {
  readonly id: string;
  readonly role_name: string;
  readonly title: string;
  readonly renamed: boolean;
  readonly project_id: string | null;
  readonly pinned: boolean;
  readonly archived: boolean;
  readonly leaf_id: string | null;
  readonly message_count: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export const conversationColumns: Sql = sql`
  id, role_name, title, renamed, project_id, pinned, archived, leaf_id, message_count, created_at, updated_at`;

export function conversationOf(row: ConversationRow): Conversation {
  return {
    id: row.id,
    role: row.role_name,
    title: row.title,
    renamed: row.renamed,
    projectId: row.project_id,
    pinned: row.pinned,
    archived: row.archived,
    leafId: row.leaf_id,
    messageCount: row.message_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Notes that a person has private rows in a company; in the same transaction waits for others of the same pair. */
export async function enterCompany(
  tx: Tx,
  { ownerId, tenantId }: { readonly ownerId: string; readonly tenantId: string },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO assistants.person_company (owner_id, tenant_id) VALUES (${ownerId}, ${tenantId})
    ON CONFLICT (owner_id, tenant_id) DO UPDATE SET owner_id = excluded.owner_id`);
}

/** The companies in which a person has private rows. */
export async function companiesOf(reader: Reader, ownerId: string): Promise<readonly string[]> {
  const rows = await reader.rows<{ tenant_id: string }>(
    sql`SELECT tenant_id FROM assistants.person_company WHERE owner_id = ${ownerId} ORDER BY tenant_id`,
  );
  return rows.map((row) => row.tenant_id);
}

export async function leaveCompanies(tx: Tx, ownerId: string): Promise<void> {
  await tx.run(sql`DELETE FROM assistants.person_company WHERE owner_id = ${ownerId}`);
}

export async function findConversation(reader: Reader, id: string): Promise<Conversation | undefined> {
  const row = await reader.row<ConversationRow>(
    sql`SELECT ${conversationColumns} FROM assistants.conversation WHERE id = ${id}`,
  );
  return row === undefined ? undefined : conversationOf(row);
}

/** As `findConversation`, and nobody else changes it until the transaction ends. */
export async function lockConversation(tx: Tx, id: string): Promise<Conversation | undefined> {
  const row = await tx.row<ConversationRow>(
    sql`SELECT ${conversationColumns} FROM assistants.conversation WHERE id = ${id} FOR UPDATE`,
  );
  return row === undefined ? undefined : conversationOf(row);
}

export interface NewConversation {
  readonly id: string;
  readonly tenantId: string;
  readonly ownerId: string;
  readonly role: string;
  readonly title: string;
  readonly projectId: string | null;
  readonly now: Date;
}

export async function insertConversation(tx: Tx, made: NewConversation): Promise<void> {
  await tx.run(sql`
    INSERT INTO assistants.conversation (id, tenant_id, owner_id, role_name, title, project_id, created_at, updated_at)
    VALUES (${made.id}, ${made.tenantId}, ${made.ownerId}, ${made.role}, ${made.title}, ${made.projectId},
            ${made.now}, ${made.now})`);
}

export async function updateConversation(
  tx: Tx,
  id: string,
  { title, pinned, archived, projectId }: ConversationChange,
): Promise<Conversation | undefined> {
  const row = await tx.row<ConversationRow>(sql`
    UPDATE assistants.conversation SET
      title = coalesce(${title ?? null}, title),
      renamed = renamed OR ${title !== undefined},
      pinned = coalesce(${pinned ?? null}::boolean, pinned),
      archived = coalesce(${archived ?? null}::boolean, archived),
      project_id = CASE WHEN ${projectId !== undefined} THEN ${projectId ?? null}::uuid ELSE project_id END
    WHERE id = ${id}
    RETURNING ${conversationColumns}`);
  return row === undefined ? undefined : conversationOf(row);
}

/** A title found for the conversation; one that its person gave stays. */
export async function giveTitle(tx: Tx, id: string, title: string): Promise<void> {
  await tx.run(sql`UPDATE assistants.conversation SET title = ${title} WHERE id = ${id} AND NOT renamed`);
}

export async function setLeaf(tx: Tx, id: string, leafId: string): Promise<Conversation | undefined> {
  const row = await tx.row<ConversationRow>(sql`
    UPDATE assistants.conversation SET leaf_id = ${leafId} WHERE id = ${id}
    RETURNING ${conversationColumns}`);
  return row === undefined ? undefined : conversationOf(row);
}

export function deleteConversation(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM assistants.conversation WHERE id = ${id}`);
}

/** The ids of all conversations of the scope with a role; all roles without one. */
export async function conversationIds(reader: Reader, role?: string): Promise<readonly string[]> {
  const rows = await reader.rows<{ id: string }>(sql`
    SELECT id FROM assistants.conversation WHERE ${role === undefined} OR role_name = ${role ?? ''}`);
  return rows.map(({ id }) => id);
}
