import { type Page, pageOf } from '#base/page';
import { joinSql, type Reader, type Sql, sql } from '#platform/server/database';
import { analyze } from '#platform/server/language';
import type { MemoryNode, NodeFilters } from './node.ts';
import { type NodeRow, nodeColumns, presentNode } from './node-read.store.ts';

function likePattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** All words in any form, or the very characters. */
function searchCondition(search: string): Sql {
  const literal = likePattern(search.trim());
  const literally = sql`(n.content ILIKE ${literal} OR n.label ILIKE ${literal})`;
  const stems = [...new Set(analyze(search))];
  return stems.length === 0
    ? literally
    : sql`(string_to_array(n.terms, ' ') @> ${stems}::text[] OR ${literally})`;
}

function conditions(filters: NodeFilters): Sql[] {
  const { search, level, kind, minImportance, maxImportance, from, to, sessionId, deleted, cursor } = filters;
  const parts = [deleted === true ? sql`n.deleted_at IS NOT NULL` : sql`n.deleted_at IS NULL`];
  if (level !== undefined) parts.push(sql`n.level = ${level}`);
  if (kind !== undefined) parts.push(sql`n.kind = ${kind}`);
  if (minImportance !== undefined) parts.push(sql`n.importance >= ${minImportance}`);
  if (maxImportance !== undefined) parts.push(sql`n.importance <= ${maxImportance}`);
  if (from !== undefined) parts.push(sql`n.occurred_at >= ${from}`);
  if (to !== undefined) parts.push(sql`n.occurred_at < ${to}`);
  if (sessionId !== undefined) parts.push(sql`n.session_id = ${sessionId}`);
  if (search !== undefined && search.trim() !== '') parts.push(searchCondition(search));
  if (cursor !== undefined) parts.push(sql`n.id < ${cursor}`);
  return parts;
}

/** Newest made first: ids begin with the moment they were made. */
export async function listNodes(
  reader: Reader,
  spaceId: string,
  filters: NodeFilters,
  limit: number,
): Promise<Page<MemoryNode>> {
  const rows = await reader.rows<NodeRow>(sql`
    SELECT ${nodeColumns} FROM (
      SELECT n.* FROM memory.node n
       WHERE n.space_id = ${spaceId} AND ${joinSql(conditions(filters), sql` AND `)}
       ORDER BY n.id DESC LIMIT ${limit + 1}) n
    ORDER BY n.id DESC`);
  return pageOf(rows.map(presentNode), limit, ({ id }) => id);
}
