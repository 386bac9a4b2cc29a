import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import { type Reader, sql } from '#platform/server/database';
import type { EdgeKind, EdgeLine, ExportLine, NodeKind, NodeLine } from '../../contract/index.ts';
import type { MemoryScope } from '../spaces/scope.ts';
import { findSpace } from '../spaces/space.store.ts';
import { spaceKey } from '../spaces/space-key.rules.ts';
import { streamFrom } from './transaction-stream.ts';

interface ExportRow {
  readonly id: string;
  readonly level: number;
  readonly kind: NodeKind;
  readonly session_id: string | null;
  readonly ordinal: number;
  readonly label: string;
  readonly content: string;
  readonly speaker: string | null;
  readonly caption: string | null;
  readonly occurred_at: Date;
  readonly importance: number;
  readonly access_count: number;
  readonly last_accessed_at: Date | null;
  readonly group_key: string | null;
  readonly consolidated_at: Date | null;
  readonly metadata: Record<string, unknown>;
  readonly created_at: Date;
}

const page = 500;
const nilId = '00000000-0000-0000-0000-000000000000';

function nodePage(reader: Reader, spaceId: string, level: number, after: string): Promise<ExportRow[]> {
  return reader.rows<ExportRow>(sql`
    SELECT id, level, kind, session_id, ordinal, label, content, speaker, caption, occurred_at, importance, access_count,
      last_accessed_at, group_key, consolidated_at, metadata, created_at FROM memory.node
     WHERE space_id = ${spaceId} AND level = ${level} AND id > ${after} AND deleted_at IS NULL
     ORDER BY id LIMIT ${page}`);
}

interface EdgeRow {
  readonly from_id: string;
  readonly to_id: string;
  readonly kind: EdgeKind;
  readonly weight: number;
}

function edgePage(reader: Reader, spaceId: string, after: EdgeRow | undefined): Promise<EdgeRow[]> {
  return reader.rows<EdgeRow>(sql`
    SELECT e.from_id, e.to_id, e.kind, e.weight FROM memory.edge e
      JOIN memory.node a ON a.id = e.from_id AND a.deleted_at IS NULL
      JOIN memory.node b ON b.id = e.to_id AND b.deleted_at IS NULL
     WHERE e.space_id = ${spaceId} AND (e.from_id, e.to_id, e.kind)
       > (${after?.from_id ?? nilId}::uuid, ${after?.to_id ?? nilId}::uuid, ${after?.kind ?? ''}::text)
     ORDER BY e.from_id, e.to_id, e.kind LIMIT ${page}`);
}

function nodeLine(row: ExportRow): NodeLine {
  const { consolidated_at, occurred_at, last_accessed_at, created_at, ...rest } = row;
  return {
    type: 'node',
    ...rest,
    occurred_at: occurred_at.toISOString(),
    last_accessed_at: last_accessed_at?.toISOString() ?? null,
    consolidated: consolidated_at !== null,
    created_at: created_at.toISOString(),
  };
}

function edgeLine(row: EdgeRow): EdgeLine {
  return { type: 'edge', ...row };
}

/** Everything live of a space in one snapshot, sources before what was made of them. */
export function createExport(database: Database, clock: Clock) {
  return (scope: MemoryScope): AsyncIterable<ExportLine> => {
    const key = spaceKey(scope);
    return streamFrom<ExportLine>((push) =>
      database.transaction(
        async (tx) => {
          await push({
            type: 'memory',
            version: 1,
            exported_at: clock().toISOString(),
            agent_id: key.agentId,
          });
          const space = await findSpace(tx, key);
          if (space === undefined) return;
          for (const level of [0, 1, 2, 3]) {
            let after = nilId;
            for (;;) {
              const rows = await nodePage(tx, space.id, level, after);
              for (const row of rows) await push(nodeLine(row));
              if (rows.length < page) break;
              after = rows.at(-1)?.id ?? nilId;
            }
          }
          let last: EdgeRow | undefined;
          for (;;) {
            const rows = await edgePage(tx, space.id, last);
            for (const row of rows) await push(edgeLine(row));
            if (rows.length < page) break;
            last = rows.at(-1);
          }
        },
        { scope: { owner: key.ownerId }, isolation: 'repeatable read', readOnly: true },
      ),
    );
  };
}
