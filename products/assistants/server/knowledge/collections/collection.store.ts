import { type Page, pageOf } from '#base/page';
import type { CompanyRole, Workspace } from '#capabilities/tenants/server';
import { type Reader, type Sql, sql, type Tx } from '#platform/server/database';
import { decodeName, encodeName } from '../../projects/cursor.rules.ts';
import { readable } from './access.ts';
import type { Collection, CollectionReading } from './collection.ts';

interface CollectionRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly owner_id: string | null;
  readonly least_role: CompanyRole | null;
  readonly reader_ids: readonly string[];
  readonly documents: number;
  readonly waiting: number;
  readonly refused: number;
  readonly chunk_count: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const columns: Sql = sql`
  c.id, c.name, c.description, c.owner_id, c.least_role, c.chunk_count, c.created_at, c.updated_at,
  array(SELECT r.user_id FROM assistants.collection_reader r WHERE r.collection_id = c.id ORDER BY r.user_id) AS reader_ids,
  d.documents, d.waiting, d.refused`;
const tables: Sql = sql`
  assistants.collection c LEFT JOIN LATERAL (
    SELECT count(*) AS documents, count(*) FILTER (WHERE status IN ('waiting', 'reading')) AS waiting,
           count(*) FILTER (WHERE status = 'refused') AS refused
      FROM assistants.document WHERE collection_id = c.id) d ON true`;

function readingOf({ owner_id, least_role, reader_ids }: CollectionRow): CollectionReading {
  if (owner_id !== null) return { kind: 'private' };
  return least_role === null
    ? { kind: 'members', memberIds: reader_ids }
    : { kind: 'company', leastRole: least_role };
}

const collectionOf = (row: CollectionRow): Collection => ({
  id: row.id,
  name: row.name,
  description: row.description,
  reading: readingOf(row),
  documents: row.documents,
  waiting: row.waiting,
  refused: row.refused,
  chunks: row.chunk_count,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

/** One the person may read. */
export async function findCollection(
  reader: Reader,
  workspace: Workspace,
  id: string,
): Promise<Collection | undefined> {
  const row = await reader.row<CollectionRow>(sql`
    SELECT ${columns} FROM ${tables} WHERE c.id = ${id} AND ${readable(workspace)}`);
  return row === undefined ? undefined : collectionOf(row);
}

/** Those the person may read, by name. */
export async function listCollections(
  reader: Reader,
  workspace: Workspace,
  { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined },
): Promise<Page<Collection>> {
  const place = cursor === undefined ? undefined : decodeName(cursor);
  const after =
    place === undefined ? sql`` : sql`AND (lower(c.name), c.id) > (${place.name}, ${place.id}::uuid)`;
  const rows = await reader.rows<CollectionRow & { key: string }>(sql`
    SELECT ${columns}, lower(c.name) AS key FROM ${tables} WHERE ${readable(workspace)} ${after}
     ORDER BY lower(c.name), c.id LIMIT ${limit + 1}`);
  return pageOf(
    rows.map((row) => ({ ...collectionOf(row), key: row.key })),
    limit,
    ({ key, id }) => encodeName({ name: key, id }),
  );
}

/** Serialises the making of collections within a company, so that their number can be counted. */
export async function lockCollections(tx: Tx, tenantId: string): Promise<number> {
  await tx.run(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`assistants.collection:${tenantId}`}, 0))`,
  );
  const row = await tx.row<{ count: number }>(sql`SELECT count(*)::int AS count FROM assistants.collection`);
  return row?.count ?? 0;
}

interface NewCollection {
  readonly id: string;
  readonly tenantId: string;
  readonly ownerId: string | undefined;
  readonly name: string;
  readonly description: string;
  readonly createdBy: string;
  readonly at: Date;
}

export async function insertCollection(tx: Tx, made: NewCollection): Promise<void> {
  await tx.run(sql`
    INSERT INTO assistants.collection (id, tenant_id, owner_id, name, description, created_by, created_at, updated_at)
    VALUES (${made.id}, ${made.tenantId}, ${made.ownerId ?? null}, ${made.name}, ${made.description},
      ${made.createdBy}, ${made.at}, ${made.at})`);
}

export function updateCollection(
  tx: Tx,
  id: string,
  { name, description, at }: { readonly name?: string; readonly description?: string; readonly at: Date },
): Promise<number> {
  return tx.run(sql`
    UPDATE assistants.collection SET name = coalesce(${name ?? null}, name),
           description = coalesce(${description ?? null}, description), updated_at = ${at}
     WHERE id = ${id}`);
}

/** Says who reads a shared collection. */
export async function setReading(
  tx: Tx,
  place: { readonly id: string; readonly tenantId: string },
  reading: CollectionReading,
): Promise<void> {
  const leastRole = reading.kind === 'company' ? reading.leastRole : null;
  await tx.run(sql`UPDATE assistants.collection SET least_role = ${leastRole} WHERE id = ${place.id}`);
  await tx.run(sql`DELETE FROM assistants.collection_reader WHERE collection_id = ${place.id}`);
  if (reading.kind !== 'members') return;
  await tx.run(sql`
    INSERT INTO assistants.collection_reader (collection_id, tenant_id, user_id)
    SELECT ${place.id}, ${place.tenantId}, id FROM unnest(${reading.memberIds}::uuid[]) AS m (id)`);
}

export function deleteCollection(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM assistants.collection WHERE id = ${id}`);
}

/** Locks a collection until the transaction ends; answers how many documents it has. */
export async function lockCollection(tx: Tx, id: string): Promise<number | undefined> {
  const row = await tx.row(sql`SELECT 1 FROM assistants.collection WHERE id = ${id} FOR UPDATE`);
  if (row === undefined) return undefined;
  const counted = await tx.row<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM assistants.document WHERE collection_id = ${id}`,
  );
  return counted?.count ?? 0;
}

/** Keeps the figures that ranking needs, and tells caches that vectors changed. */
export async function addToFigures(
  tx: Tx,
  id: string,
  { chunks, terms, at }: { readonly chunks: number; readonly terms: number; readonly at: Date },
): Promise<void> {
  await tx.run(sql`
    UPDATE assistants.collection SET chunk_count = chunk_count + ${chunks}, term_count = term_count + ${terms},
           vector_revision = vector_revision + 1, updated_at = ${at}
     WHERE id = ${id}`);
}
