import { type Page, pageOf } from '#base/page';
import { type Reader, type Sql, sql, type Tx } from '#platform/server/database';
import type { ProjectFigures } from '../../contract/index.ts';
import { decodeName, encodeName } from './cursor.rules.ts';
import type { Project, ProjectStatus } from './project.ts';

interface ProjectRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: number;
  readonly status: ProjectStatus;
  readonly figures: ProjectFigures | null;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const columns: Sql = sql`
  p.id, p.name, p.description, p.version, p.created_by, p.created_at, p.updated_at, v.figures,
  CASE WHEN u.busy THEN 'reading' WHEN p.version > 0 THEN 'ready' WHEN u.refused THEN 'failed' ELSE 'empty' END AS status`;
const tables: Sql = sql`
  assistants.project p
  LEFT JOIN assistants.project_version v ON v.project_id = p.id AND v.version = p.version
  LEFT JOIN LATERAL (
    SELECT bool_or(status IN ('waiting', 'reading') OR leaving) AS busy, bool_or(status = 'refused') AS refused
      FROM assistants.project_upload WHERE project_id = p.id) u ON true`;

function projectOf(row: ProjectRow): Project {
  const { id, name, description, version, status } = row;
  return {
    id,
    name,
    description,
    version,
    status,
    figures: row.figures ?? undefined,
    createdBy: row.created_by ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export async function findProject(reader: Reader, id: string): Promise<Project | undefined> {
  const row = await reader.row<ProjectRow>(sql`SELECT ${columns} FROM ${tables} WHERE p.id = ${id}`);
  return row === undefined ? undefined : projectOf(row);
}

/** By name. */
export async function listProjects(
  reader: Reader,
  { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined },
): Promise<Page<Project>> {
  const after =
    cursor === undefined
      ? sql``
      : sql`WHERE (lower(p.name), p.id) > (${decodeName(cursor).name}, ${decodeName(cursor).id}::uuid)`;
  const rows = await reader.rows<ProjectRow & { key: string }>(sql`
    SELECT ${columns}, lower(p.name) AS key FROM ${tables} ${after}
     ORDER BY lower(p.name), p.id LIMIT ${limit + 1}`);
  return pageOf(
    rows.map((row) => ({ ...projectOf(row), key: row.key })),
    limit,
    ({ key, id }) => encodeName({ name: key, id }),
  );
}

/** Serialises the making of projects within a company, so that their number can be counted. */
export async function lockProjects(tx: Tx, tenantId: string): Promise<number> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`assistants.project:${tenantId}`}, 0))`);
  const row = await tx.row<{ count: number }>(sql`SELECT count(*)::int AS count FROM assistants.project`);
  return row?.count ?? 0;
}

interface NewProject {
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  readonly description: string;
  readonly createdBy: string;
  readonly at: Date;
}

export async function insertProject(tx: Tx, made: NewProject): Promise<void> {
  await tx.run(sql`
    INSERT INTO assistants.project (id, tenant_id, name, description, created_by, created_at, updated_at)
    VALUES (${made.id}, ${made.tenantId}, ${made.name}, ${made.description}, ${made.createdBy}, ${made.at}, ${made.at})`);
}

export function updateProject(
  tx: Tx,
  id: string,
  { name, description, at }: { readonly name?: string; readonly description?: string; readonly at: Date },
): Promise<number> {
  return tx.run(sql`
    UPDATE assistants.project SET name = coalesce(${name ?? null}, name),
           description = coalesce(${description ?? null}, description), updated_at = ${at}
     WHERE id = ${id}`);
}

export function deleteProject(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM assistants.project WHERE id = ${id}`);
}

/** The version, with the row locked until the transaction ends. */
export async function lockProject(tx: Tx, id: string): Promise<number | undefined> {
  const row = await tx.row<{ version: number }>(
    sql`SELECT version FROM assistants.project WHERE id = ${id} FOR UPDATE`,
  );
  return row?.version;
}

/** Forgets who made projects and uploads, for an account that goes. */
export async function forgetMaker(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`UPDATE assistants.project SET created_by = NULL WHERE created_by = ${userId}`);
  await tx.run(sql`UPDATE assistants.project_upload SET uploaded_by = NULL WHERE uploaded_by = ${userId}`);
}

export async function deleteAllProjects(tx: Tx): Promise<void> {
  await tx.run(sql`DELETE FROM assistants.project`);
}
