import { type Reader, sql, type Tx } from '#platform/server/database';
import type { FunnelDefinition } from './index.ts';

/** Keeps the definition; nothing is written when it is known already. */
export async function saveFunnel(tx: Tx, definition: FunnelDefinition): Promise<void> {
  const text = JSON.stringify(definition);
  await tx.run(sql`
    INSERT INTO analytics.funnel AS known (name, definition) VALUES (${definition.name}, ${text}::jsonb)
    ON CONFLICT (name) DO UPDATE SET definition = excluded.definition
    WHERE known.definition IS DISTINCT FROM excluded.definition`);
}

export async function loadFunnels(reader: Reader): Promise<readonly FunnelDefinition[]> {
  const rows = await reader.rows<{ definition: FunnelDefinition }>(
    sql`SELECT definition FROM analytics.funnel ORDER BY name`,
  );
  return rows.map(({ definition }) => definition);
}
