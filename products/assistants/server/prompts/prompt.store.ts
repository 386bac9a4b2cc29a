import { type Reader, type Sql, sql, type Tx } from '#platform/server/database';
import type { Prompt, PromptFields } from './prompt.ts';

export interface PromptRow {
  readonly id: string;
  readonly owner_id: string | null;
  readonly author_id: string | null;
  readonly role_name: string | null;
  readonly title: string;
  readonly content: string;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly deleted_at: Date | null;
}

export const promptColumns: Sql = sql`
  p.id, p.owner_id, p.author_id, p.role_name, p.title, p.content, p.version, p.created_at, p.updated_at,
  p.deleted_at`;

export function promptOf(row: PromptRow): Prompt {
  return {
    id: row.id,
    title: row.title,
    text: row.content,
    role: row.role_name,
    shared: row.owner_id === null,
    authorId: row.author_id,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}

/** Deleted ones included; nobody else changes it until the transaction ends. */
export async function lockPrompt(tx: Tx, id: string): Promise<Prompt | undefined> {
  const row = await tx.row<PromptRow>(
    sql`SELECT ${promptColumns} FROM assistants.prompt p WHERE p.id = ${id} FOR UPDATE`,
  );
  return row === undefined ? undefined : promptOf(row);
}

/** The prompts of one person in a company, or without an owner those it shares. */
export interface Shelf {
  readonly tenantId: string;
  readonly ownerId: string | null;
}

const onShelf = ({ ownerId }: Shelf): Sql =>
  ownerId === null ? sql`p.owner_id IS NULL` : sql`p.owner_id = ${ownerId}`;

/** Serialises what makes a shelf longer, so that its prompts can be counted; deleted ones do not count. */
export async function lockShelf(tx: Tx, shelf: Shelf): Promise<number> {
  const name = `assistants.prompt:${shelf.tenantId}:${shelf.ownerId ?? ''}`;
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  const row = await tx.row<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM assistants.prompt p WHERE ${onShelf(shelf)} AND p.deleted_at IS NULL`);
  return row?.count ?? 0;
}

/** Whether a shelf holds the very same prompt. */
export async function holds(
  tx: Tx,
  shelf: Shelf,
  { title, text }: Pick<PromptFields, 'title' | 'text'>,
): Promise<boolean> {
  const row = await tx.row(sql`
    SELECT 1 FROM assistants.prompt p
     WHERE ${onShelf(shelf)} AND p.deleted_at IS NULL AND p.title = ${title} AND p.content = ${text} LIMIT 1`);
  return row !== undefined;
}

export async function insertPrompt(tx: Tx, tenantId: string, made: Prompt): Promise<void> {
  await tx.run(sql`
    INSERT INTO assistants.prompt (id, tenant_id, owner_id, author_id, role_name, title, content, version, created_at,
      updated_at)
    VALUES (${made.id}, ${tenantId}, ${made.shared ? null : made.authorId}, ${made.authorId}, ${made.role},
            ${made.title}, ${made.text}, ${made.version}, ${made.createdAt}, ${made.updatedAt})`);
}

export async function updatePrompt(tx: Tx, changed: Prompt): Promise<void> {
  await tx.run(sql`
    UPDATE assistants.prompt SET owner_id = ${changed.shared ? null : changed.authorId}, role_name = ${changed.role},
      title = ${changed.title}, content = ${changed.text}, version = ${changed.version},
      updated_at = ${changed.updatedAt}
    WHERE id = ${changed.id}`);
}

/** Deletes a prompt softly, or with null brings it back. */
export async function setDeleted(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx.run(sql`UPDATE assistants.prompt SET deleted_at = ${at} WHERE id = ${id}`);
}

/** Of the deleted ones of a shelf keeps the last so many. */
export async function trimDeleted(tx: Tx, shelf: Shelf, kept: number): Promise<void> {
  await tx.run(sql`
    DELETE FROM assistants.prompt WHERE id IN (
      SELECT p.id FROM assistants.prompt p WHERE ${onShelf(shelf)} AND p.deleted_at IS NOT NULL
       ORDER BY p.deleted_at DESC, p.id DESC OFFSET ${kept})`);
}

/** Deletes a prompt for good that was deleted at this moment and not brought back since. */
export function dropDeleted(tx: Tx, id: string, deletedAt: Date): Promise<number> {
  return tx.run(sql`DELETE FROM assistants.prompt WHERE id = ${id} AND deleted_at = ${deletedAt}`);
}

export interface PromptUse {
  readonly promptId: string;
  readonly ownerId: string;
  readonly tenantId: string;
  readonly at: Date;
}

export async function noteUse(tx: Tx, { promptId, ownerId, tenantId, at }: PromptUse): Promise<void> {
  await tx.run(sql`
    INSERT INTO assistants.prompt_use (prompt_id, owner_id, tenant_id, used_at)
    VALUES (${promptId}, ${ownerId}, ${tenantId}, ${at})
    ON CONFLICT (prompt_id, owner_id) DO UPDATE
      SET used_at = greatest(excluded.used_at, assistants.prompt_use.used_at)`);
}

/** What a person wrote or used in a company, deleted prompts included; needs the scope of both. */
export async function promptsOfPerson(reader: Reader, userId: string): Promise<readonly unknown[]> {
  return reader.rows(sql`
    SELECT p.title, p.content, p.role_name AS role, p.owner_id IS NULL AS shared,
           p.author_id IS NOT DISTINCT FROM ${userId}::uuid AS own, p.created_at, p.updated_at, p.deleted_at, u.used_at
      FROM assistants.prompt p
      LEFT JOIN assistants.prompt_use u ON u.prompt_id = p.id AND u.owner_id = ${userId}
     WHERE p.author_id = ${userId} OR u.used_at IS NOT NULL
     ORDER BY p.created_at, p.id`);
}

/** Deletes a person's own prompts; those shared stay with the company and lose the name. Needs the scope of both. */
export async function forgetPerson(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`DELETE FROM assistants.prompt_use WHERE owner_id = ${userId}`);
  await tx.run(sql`DELETE FROM assistants.prompt WHERE owner_id = ${userId}`);
  await tx.run(sql`UPDATE assistants.prompt SET author_id = NULL WHERE author_id = ${userId}`);
}
