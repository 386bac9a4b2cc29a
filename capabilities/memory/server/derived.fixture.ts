import { type Database, sql } from '#platform/server/database';
import { applyLevel, readyNode } from './consolidate/apply.ts';
import type { MemoryScope } from './spaces/scope.ts';
import { createSpaces } from './spaces/spaces.ts';

const kinds = { 1: 'episode', 2: 'fact', 3: 'theme' } as const;

/** Writes one derived memory the way consolidation does, and answers its id. */
export async function derive(
  database: Database,
  scope: MemoryScope,
  {
    level,
    content,
    sources,
  }: { readonly level: 1 | 2 | 3; readonly content: string; readonly sources: readonly string[] },
): Promise<string> {
  const now = new Date();
  const plan = {
    key: content,
    level,
    kind: kinds[level],
    label: content,
    content,
    sessionId: null,
    occurredAt: now.getTime(),
    importance: 0.5,
    sources,
    metadata: {},
  };
  const id = await createSpaces({ database, onChange: () => undefined }).change(scope, async (tx, space) => {
    const nodes = { level, nodes: [plan], links: [], settled: sources, fresh: sources, obsolete: [] };
    await applyLevel(tx, space, nodes, [readyNode(plan, content, now)], space.version, now);
    const row = await tx.row<{ id: string }>(sql`
      SELECT id FROM memory.node WHERE space_id = ${space.id} AND level = ${level} AND content = ${content}`);
    return row?.id;
  });
  if (id === undefined) throw new Error('The derived memory was not written.');
  return id;
}
