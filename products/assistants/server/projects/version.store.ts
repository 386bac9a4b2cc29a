import { type Reader, sql, type Tx } from '#platform/server/database';
import type { ProjectFigures } from '../../contract/index.ts';
import type { Postings } from '../knowledge/terms/postings.rules.ts';
import type { Version } from './project.ts';
import type { ReadMethod, ReadModule } from './reading/read-project.ts';

interface VersionRow {
  readonly version: number;
  readonly graph_id: string;
  readonly cause: string;
  readonly figures: ProjectFigures;
  readonly created_at: Date;
}

/** Newest first. */
export async function versionsOf(reader: Reader, projectId: string): Promise<readonly Version[]> {
  const rows = await reader.rows<VersionRow>(sql`
    SELECT version, graph_id, cause, figures, created_at FROM assistants.project_version
     WHERE project_id = ${projectId} ORDER BY version DESC LIMIT 100`);
  return rows.map(({ version, graph_id, cause, figures, created_at }) => ({
    version,
    graphId: graph_id,
    cause,
    figures,
    createdAt: created_at,
  }));
}

interface NewVersion extends Version {
  readonly tenantId: string;
  readonly projectId: string;
  readonly methods: number;
  readonly terms: number;
}

/** Writes a version and makes it the present one. */
export async function insertVersion(tx: Tx, made: NewVersion): Promise<void> {
  await tx.run(sql`
    INSERT INTO assistants.project_version (project_id, tenant_id, version, graph_id, cause, figures, created_at)
    VALUES (${made.projectId}, ${made.tenantId}, ${made.version}, ${made.graphId}, ${made.cause},
      ${JSON.stringify(made.figures)}::jsonb, ${made.createdAt})`);
  await tx.run(sql`
    UPDATE assistants.project SET version = ${made.version}, method_count = ${made.methods},
           term_count = ${made.terms}, updated_at = ${made.createdAt} WHERE id = ${made.projectId}`);
}

export async function deleteVersions(tx: Tx, projectId: string, versions: readonly number[]): Promise<void> {
  await tx.run(sql`
    DELETE FROM assistants.project_version WHERE project_id = ${projectId} AND version = ANY(${versions}::integer[])`);
}

export async function deleteCode(tx: Tx, projectId: string): Promise<void> {
  await tx.run(sql`DELETE FROM assistants.project_module WHERE project_id = ${projectId}`);
  await tx.run(sql`DELETE FROM assistants.project_posting WHERE project_id = ${projectId}`);
}

interface Place {
  readonly tenantId: string;
  readonly projectId: string;
}

/** Batches of modules of at most about four megabytes. */
function* batches(modules: readonly ReadModule[]): Generator<readonly ReadModule[]> {
  let [batch, size]: [ReadModule[], number] = [[], 0];
  for (const module of modules) {
    batch.push(module);
    size += module.text.length;
    if (size < 4_000_000 && batch.length < 500) continue;
    yield batch;
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

export async function insertModules(
  tx: Tx,
  { tenantId, projectId }: Place,
  modules: readonly ReadModule[],
): Promise<void> {
  for (const batch of batches(modules))
    await tx.run(sql`
      INSERT INTO assistants.project_module (project_id, tenant_id, path, module_type, owner_name, line_count,
        method_count, content)
      SELECT ${projectId}, ${tenantId}, path, module_type, owner_name, line_count, method_count, content
        FROM unnest(${batch.map(({ path }) => path)}::text[], ${batch.map(({ type }) => type)}::text[],
          ${batch.map(({ owner }) => owner)}::text[], ${batch.map(({ lines }) => lines)}::integer[],
          ${batch.map(({ methods }) => methods)}::integer[], ${batch.map(({ text }) => text)}::text[])
          AS m (path, module_type, owner_name, line_count, method_count, content)`);
}

const methodBatch = 5_000;

export async function insertMethods(
  tx: Tx,
  { tenantId, projectId }: Place,
  methods: readonly ReadMethod[],
): Promise<void> {
  for (let at = 0; at < methods.length; at += methodBatch) {
    const batch = methods.slice(at, at + methodBatch);
    await tx.run(sql`
      INSERT INTO assistants.project_method (project_id, tenant_id, no, path, owner_name, name, signature, description,
        exported, first_line, last_line, length)
      SELECT ${projectId}, ${tenantId}, m.* FROM unnest(
        ${batch.map(({ no }) => no)}::integer[], ${batch.map(({ path }) => path)}::text[],
        ${batch.map(({ owner }) => owner)}::text[], ${batch.map(({ name }) => name)}::text[],
        ${batch.map(({ signature }) => signature)}::text[], ${batch.map(({ description }) => description)}::text[],
        ${batch.map(({ exported }) => exported)}::boolean[], ${batch.map(({ firstLine }) => firstLine)}::integer[],
        ${batch.map(({ lastLine }) => lastLine)}::integer[], ${batch.map(({ length }) => length)}::integer[]) AS m`);
  }
}

const termBatch = 5_000;

export async function insertPostings(
  tx: Tx,
  { tenantId, projectId }: Place,
  postings: Postings,
): Promise<void> {
  const grouped = groupByTerm(postings);
  for (let at = 0; at < grouped.length; at += termBatch) {
    const batch = grouped.slice(at, at + termBatch);
    await tx.run(sql`
      INSERT INTO assistants.project_posting (project_id, tenant_id, term, method_nos, counts, lengths)
      SELECT ${projectId}, ${tenantId}, term, nos::integer[], counts::integer[], lengths::integer[]
        FROM unnest(${batch.map(({ term }) => term)}::text[], ${batch.map(({ nos }) => nos)}::text[],
          ${batch.map(({ counts }) => counts)}::text[], ${batch.map(({ lengths }) => lengths)}::text[])
          AS t (term, nos, counts, lengths)`);
  }
}

interface TermRow {
  readonly term: string;
  /** Arrays in PostgreSQL's notation: a column of arrays cannot be a parameter. */
  readonly nos: string;
  readonly counts: string;
  readonly lengths: string;
}

/** One row for each term. */
export function groupByTerm({ terms, nos, counts, lengths }: Postings): readonly TermRow[] {
  const entries = new Map<string, number[]>();
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] ?? '';
    const known = entries.get(term);
    if (known === undefined) entries.set(term, [at]);
    else known.push(at);
  }
  const text = (values: readonly number[], at: readonly number[]): string =>
    `{${at.map((index) => values[index] ?? 0).join(',')}}`;
  return [...entries].map(([term, at]) => ({
    term,
    nos: text(nos, at),
    counts: text(counts, at),
    lengths: text(lengths, at),
  }));
}
