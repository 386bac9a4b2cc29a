import { type Page, pageOf } from '#base/page';
import { type Reader, type Sql, sql } from '#platform/server/database';
import type { Term } from '../knowledge/terms/terms.rules.ts';
import { decodeOffset, encodeOffset } from './cursor.rules.ts';
import type { MethodInfo, ModuleInfo } from './project.ts';

interface ModuleRow {
  readonly path: string;
  readonly module_type: string;
  readonly owner_name: string;
  readonly line_count: number;
  readonly method_count: number;
}

const moduleOf = (row: ModuleRow): ModuleInfo => ({
  path: row.path,
  type: row.module_type,
  owner: row.owner_name,
  lines: row.line_count,
  methods: row.method_count,
});

export interface ModuleFilters {
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly search: string | undefined;
  readonly owner: string | undefined;
}

/** By path. */
export async function listModules(
  reader: Reader,
  projectId: string,
  { limit, cursor, search, owner }: ModuleFilters,
): Promise<Page<ModuleInfo>> {
  const offset = decodeOffset(cursor);
  const rows = await reader.rows<ModuleRow>(sql`
    SELECT path, module_type, owner_name, line_count, method_count FROM assistants.project_module
     WHERE project_id = ${projectId}
       AND (${search ?? null}::text IS NULL OR strpos(lower(path), lower(${search ?? null})) > 0)
       AND (${owner ?? null}::text IS NULL OR owner_name = ${owner ?? null}
            OR starts_with(owner_name, ${owner ?? null}::text || '.'))
     ORDER BY path LIMIT ${limit + 1} OFFSET ${offset}`);
  return pageOf(rows.map(moduleOf), limit, () => encodeOffset(offset + limit));
}

export async function findModule(
  reader: Reader,
  projectId: string,
  path: string,
): Promise<(ModuleInfo & { readonly content: string }) | undefined> {
  const row = await reader.row<ModuleRow & { content: string }>(sql`
    SELECT path, module_type, owner_name, line_count, method_count, content FROM assistants.project_module
     WHERE project_id = ${projectId} AND path = ${path}`);
  return row === undefined ? undefined : { ...moduleOf(row), content: row.content };
}

interface MethodRow {
  readonly path: string;
  readonly owner_name: string;
  readonly name: string;
  readonly signature: string;
  readonly description: string;
  readonly exported: boolean;
  readonly first_line: number;
  readonly last_line: number;
}

const methodColumns: Sql = sql`
  m.path, m.owner_name, m.name, m.signature, m.description, m.exported, m.first_line, m.last_line`;

const methodOf = (row: MethodRow): MethodInfo => ({
  path: row.path,
  owner: row.owner_name,
  name: row.name,
  signature: row.signature,
  description: row.description,
  exported: row.exported,
  firstLine: row.first_line,
  lastLine: row.last_line,
});

export async function methodsOf(
  reader: Reader,
  projectId: string,
  path: string,
): Promise<readonly MethodInfo[]> {
  const rows = await reader.rows<MethodRow>(sql`
    SELECT ${methodColumns} FROM assistants.project_method m
     WHERE m.project_id = ${projectId} AND m.path = ${path} ORDER BY m.first_line LIMIT 5000`);
  return rows.map(methodOf);
}

/** Methods by BM25 over their terms, best first, each with its module's text. */
export async function searchMethods(
  reader: Reader,
  projectId: string,
  terms: readonly Term[],
  limit: number,
): Promise<readonly (MethodInfo & { readonly content: string; readonly score: number })[]> {
  const rows = await reader.rows<MethodRow & { content: string; score: number }>(sql`
    WITH size AS (
      SELECT method_count AS total, greatest(1, term_count::float8 / greatest(1, method_count)) AS average
        FROM assistants.project WHERE id = ${projectId}),
    found AS (
      SELECT h.no, sum(g.weight * ln(1 + (size.total - cardinality(p.method_nos) + 0.5) / (cardinality(p.method_nos) + 0.5))
               * h.count * 2.2 / (h.count + 1.2 * (0.25 + 0.75 * h.length / size.average))) AS score
        FROM size, unnest(${terms.map(({ term }) => term)}::text[], ${terms.map(({ weight }) => weight)}::float8[])
               AS g (term, weight)
        JOIN assistants.project_posting p ON p.project_id = ${projectId} AND p.term = g.term,
             unnest(p.method_nos, p.counts, p.lengths) AS h (no, count, length)
       GROUP BY h.no ORDER BY score DESC, h.no LIMIT ${limit})
    SELECT ${methodColumns}, code.content, found.score FROM found
      JOIN assistants.project_method m ON m.project_id = ${projectId} AND m.no = found.no
      JOIN assistants.project_module code ON code.project_id = ${projectId} AND code.path = m.path
     ORDER BY found.score DESC, m.no`);
  return rows.map((row) => ({ ...methodOf(row), content: row.content, score: row.score }));
}
