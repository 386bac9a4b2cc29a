import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Crossing } from '../fences/crossing.rules.ts';

interface CrossingRow {
  readonly fence_id: string;
  readonly direction: Crossing['kind'];
  readonly crossed_at: Date;
}

/** What was told about fences of a subject, by fence, in order of telling. */
export async function crossingsTold(
  reader: Reader,
  subject: string,
  fenceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Crossing[]>> {
  const rows = await reader.rows<CrossingRow>(sql`
    SELECT fence_id, direction, crossed_at FROM geo.crossing
     WHERE subject = ${subject} AND fence_id = ANY (${fenceIds}) ORDER BY fence_id, ordinal`);
  const told = new Map<string, Crossing[]>();
  for (const row of rows) {
    const list = told.get(row.fence_id) ?? [];
    list.push({ kind: row.direction, at: row.crossed_at });
    told.set(row.fence_id, list);
  }
  return told;
}

/** Keeps the first `kept` crossings of a fence and replaces the rest. */
export async function replaceCrossings(
  tx: Tx,
  key: { readonly subject: string; readonly fenceId: string },
  kept: number,
  crossings: readonly Crossing[],
): Promise<void> {
  await tx.run(sql`
    DELETE FROM geo.crossing
     WHERE subject = ${key.subject} AND fence_id = ${key.fenceId} AND ordinal >= ${kept}`);
  await tx.run(sql`
    INSERT INTO geo.crossing (subject, fence_id, ordinal, direction, crossed_at)
    SELECT ${key.subject}, ${key.fenceId}, ${kept}::int + n.ordinality - 1, n.direction, n.crossed_at
      FROM unnest(${crossings.map(({ kind }) => kind)}::text[], ${crossings.map(({ at }) => at)}::timestamptz[])
           WITH ORDINALITY AS n (direction, crossed_at, ordinality)`);
}
