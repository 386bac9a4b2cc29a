import { sql, type Tx } from '#platform/server/database';
import type { SpaceRow } from '../spaces/space.store.ts';
import type { PreparedMemory } from './remember.ts';

export async function changeFigures(
  tx: Tx,
  space: SpaceRow,
  id: string,
  change: { readonly label: string | null; readonly importance: number | null },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE memory.node SET label = coalesce(${change.label}, label),
      importance = coalesce(${change.importance}, importance), updated_at = ${now}, version = ${space.version}
     WHERE id = ${id} AND space_id = ${space.id}`);
}

/** Gives a note other words; consolidation looks at it again. */
export async function rewriteNote(
  tx: Tx,
  space: SpaceRow,
  id: string,
  memory: PreparedMemory,
  label: string,
  now: Date,
): Promise<void> {
  const { content, hash, analysis } = memory;
  await tx.run(sql`
    UPDATE memory.node SET content = ${content}, label = ${label}, content_hash = ${hash}, terms = ${analysis.terms},
      dates = ${JSON.stringify(analysis.dates)}::jsonb, entities = ${JSON.stringify(analysis.entities)}::jsonb,
      consolidated_at = NULL, updated_at = ${now}, version = ${space.version}
     WHERE id = ${id} AND space_id = ${space.id}`);
  await tx.run(sql`DELETE FROM memory.node_vector WHERE node_id = ${id}`);
}
