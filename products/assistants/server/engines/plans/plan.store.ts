import { type Page, pageOf } from '#base/page';
import { type Reader, sql, type Tx } from '#platform/server/database';
import type { PlanFile } from '#products/assistants/engines/planning';
import type { PlanVersion, SavedPlan } from './plan.ts';

interface PlanRow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly tasks: number;
  readonly author_id: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const planOf = ({ id, name, version, tasks, author_id, created_at, updated_at }: PlanRow): SavedPlan => ({
  id,
  name,
  version,
  tasks,
  authorId: author_id,
  createdAt: created_at,
  updatedAt: updated_at,
});

const columns = sql`id, name, version, tasks, author_id, created_at, updated_at`;

/** The last made first. */
export async function plansOf(
  reader: Reader,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<Page<SavedPlan>> {
  const rows = await reader.rows<PlanRow>(sql`
    SELECT ${columns} FROM assistants.plan
     WHERE ${cursor ?? null}::uuid IS NULL OR id < ${cursor ?? null}
     ORDER BY id DESC LIMIT ${limit + 1}`);
  return pageOf(rows.map(planOf), limit, ({ id }) => id);
}

export async function planOfId(reader: Reader, id: string): Promise<SavedPlan | undefined> {
  const row = await reader.row<PlanRow>(sql`SELECT ${columns} FROM assistants.plan WHERE id = ${id}`);
  return row === undefined ? undefined : planOf(row);
}

/** The same, locked until the transaction ends. */
export async function lockPlan(tx: Tx, id: string): Promise<SavedPlan | undefined> {
  const row = await tx.row<PlanRow>(sql`SELECT ${columns} FROM assistants.plan WHERE id = ${id} FOR UPDATE`);
  return row === undefined ? undefined : planOf(row);
}

/** Serialises the making of plans within a company, so that their number can be counted. */
export async function lockPlans(tx: Tx, tenantId: string): Promise<number> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`assistants.plan:${tenantId}`}, 0))`);
  const row = await tx.row<{ count: number }>(sql`SELECT count(*)::int AS count FROM assistants.plan`);
  return row?.count ?? 0;
}

export function insertPlan(tx: Tx, tenantId: string, plan: SavedPlan): Promise<number> {
  return tx.run(sql`
    INSERT INTO assistants.plan (id, tenant_id, name, version, tasks, author_id, created_at, updated_at)
    VALUES (${plan.id}, ${tenantId}, ${plan.name}, ${plan.version}, ${plan.tasks}, ${plan.authorId},
            ${plan.createdAt}, ${plan.updatedAt})`);
}

export function updatePlan(tx: Tx, { id, name, version, tasks, updatedAt }: SavedPlan): Promise<number> {
  return tx.run(sql`
    UPDATE assistants.plan SET name = ${name}, version = ${version}, tasks = ${tasks}, updated_at = ${updatedAt}
     WHERE id = ${id}`);
}

export function removePlan(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM assistants.plan WHERE id = ${id}`);
}

export function insertVersion(
  tx: Tx,
  tenantId: string,
  planId: string,
  { version, note, authorId, createdAt }: PlanVersion,
  document: PlanFile,
): Promise<number> {
  return tx.run(sql`
    INSERT INTO assistants.plan_version (tenant_id, plan_id, version, document, note, author_id, created_at)
    VALUES (${tenantId}, ${planId}, ${version}, ${JSON.stringify(document)}::jsonb, ${note}, ${authorId},
            ${createdAt})`);
}

/** Keeps the newest versions of a plan. */
export function trimVersions(tx: Tx, planId: string, newest: number, kept: number): Promise<number> {
  return tx.run(
    sql`DELETE FROM assistants.plan_version WHERE plan_id = ${planId} AND version <= ${newest - kept}`,
  );
}

interface VersionRow {
  readonly version: number;
  readonly note: string;
  readonly author_id: string | null;
  readonly created_at: Date;
}

const versionOf = ({ version, note, author_id, created_at }: VersionRow): PlanVersion => ({
  version,
  note,
  authorId: author_id,
  createdAt: created_at,
});

/** Newest first. */
export async function versionsOf(
  reader: Reader,
  planId: string,
  limit: number,
): Promise<readonly PlanVersion[]> {
  const rows = await reader.rows<VersionRow>(sql`
    SELECT version, note, author_id, created_at FROM assistants.plan_version
     WHERE plan_id = ${planId} ORDER BY version DESC LIMIT ${limit}`);
  return rows.map(versionOf);
}

export async function versionOfPlan(
  reader: Reader,
  planId: string,
  version: number,
): Promise<(PlanVersion & { readonly document: PlanFile }) | undefined> {
  const row = await reader.row<VersionRow & { document: PlanFile }>(sql`
    SELECT version, note, author_id, created_at, document FROM assistants.plan_version
     WHERE plan_id = ${planId} AND version = ${version}`);
  return row === undefined ? undefined : { ...versionOf(row), document: row.document };
}
