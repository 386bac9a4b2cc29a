import { sql, type Tx } from '#platform/server/database';
import type { SpaceRow } from '../spaces/space.store.ts';

/** Recalled text is expected back for this long. */
const keptFor = '1 day';

export async function findInjected(
  tx: Tx,
  spaceId: string,
  hashes: readonly string[],
  now: Date,
): Promise<Map<string, string>> {
  const rows = await tx.rows<{ hash: string; node_id: string }>(sql`
    SELECT i.hash, i.node_id FROM memory.injected i
     WHERE i.space_id = ${spaceId} AND i.hash = ANY(${hashes}::text[])
       AND i.injected_at > ${now}::timestamptz - ${keptFor}::interval`);
  return new Map(rows.map((row) => [row.hash, row.node_id]));
}

/** Remembers the hashes of live nodes of this space; others are left out. */
export async function keepInjected(
  tx: Tx,
  space: Pick<SpaceRow, 'id' | 'owner_id'>,
  entries: readonly { readonly hash: string; readonly nodeId: string }[],
  now: Date,
): Promise<void> {
  if (entries.length === 0) return;
  const unique = [...new Map(entries.map((entry) => [entry.hash, entry])).values()].sort((a, b) =>
    a.hash < b.hash ? -1 : 1,
  );
  await tx.run(sql`
    INSERT INTO memory.injected (space_id, owner_id, hash, node_id, injected_at)
    SELECT ${space.id}, ${space.owner_id}, e.hash, e.node_id, ${now}
      FROM unnest(${unique.map(({ hash }) => hash)}::text[], ${unique.map(({ nodeId }) => nodeId)}::uuid[])
        AS e(hash, node_id)
      JOIN memory.node n ON n.id = e.node_id AND n.space_id = ${space.id} AND n.deleted_at IS NULL
    ON CONFLICT (space_id, hash) DO UPDATE SET node_id = excluded.node_id, injected_at = excluded.injected_at`);
}

export async function dropOldInjected(tx: Tx, spaceId: string, now: Date): Promise<void> {
  await tx.run(sql`
    DELETE FROM memory.injected
     WHERE space_id = ${spaceId} AND injected_at <= ${now}::timestamptz - ${keptFor}::interval`);
}
