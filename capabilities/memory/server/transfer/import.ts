import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import { sql, type Tx } from '#platform/server/database';
import type { Level, NodeLine } from '../../contract/index.ts';
import { createMatcher } from '../nodes/duplicates.rules.ts';
import { type CheckedMemory, checkMemory, memoryHash } from '../nodes/new-memory.rules.ts';
import type { NewNode } from '../nodes/new-node.ts';
import { findSameMemories, insertEdges, insertNodes } from '../nodes/node-write.store.ts';
import type { Remembering } from '../nodes/remember.ts';
import { analyzeDocument } from '../retrieval/analyze-document.rules.ts';
import { levelOf } from '../retrieval/space-index.ts';
import type { MemoryScope } from '../spaces/scope.ts';
import type { SpaceRow } from '../spaces/space.store.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { readLines } from './read-lines.ts';
import type { ImportReport } from './transfer-types.ts';

export interface ImportOptions {
  readonly spaces: Spaces;
  readonly remembering: Remembering;
  readonly clock: Clock;
  readonly maxContent: number;
  readonly revive: (tx: Tx, space: SpaceRow, ids: readonly string[]) => Promise<void>;
}

interface Candidate {
  readonly node: NewNode;
  /** For turns and notes: what repetitions are recognised by. */
  readonly memory: CheckedMemory | undefined;
}

const pauseEvery = 200;

function candidateOf(line: NodeLine, maxContent: number, now: Date): Candidate {
  const occurredAt = new Date(line.occurred_at);
  const { content, speaker, caption } = line;
  const isTurn = line.kind === 'turn';
  const memory =
    line.level > 0
      ? undefined
      : checkMemory(
          {
            content,
            occurredAt,
            kind: isTurn ? 'turn' : 'note',
            ...(line.session_id === null ? {} : { sessionId: line.session_id }),
            ...(speaker === null ? {} : { speaker }),
          },
          maxContent,
          now,
        );
  const level: Level = levelOf(line.level);
  return {
    memory,
    node: {
      id: line.id,
      level,
      kind: line.kind,
      sessionId: line.session_id,
      ordinal: line.ordinal,
      label: line.label,
      content,
      speaker,
      caption,
      occurredAt,
      importance: line.importance,
      accessCount: line.access_count,
      lastAccessedAt: line.last_accessed_at === null ? null : new Date(line.last_accessed_at),
      contentHash: memory?.hash ?? memoryHash('note', content, null, null),
      analysis: analyzeDocument({ content, speaker, caption, occurredAt: occurredAt.getTime() }),
      groupKey: line.group_key,
      metadata: line.metadata,
      consolidatedAt: line.consolidated ? now : null,
      createdAt: new Date(line.created_at),
    },
  };
}

async function findOwn(
  tx: Tx,
  spaceId: string,
  nodes: readonly NewNode[],
): Promise<{ readonly id: string; readonly group_key: string | null; readonly deleted: boolean }[]> {
  const keys = nodes.flatMap(({ groupKey }) => groupKey ?? []);
  return tx.rows(sql`
    SELECT id, group_key, deleted_at IS NOT NULL AS deleted FROM memory.node
     WHERE space_id = ${spaceId} AND (id = ANY(${nodes.map(({ id }) => id)}::uuid[])
        OR (group_key = ANY(${keys}::text[]) AND deleted_at IS NULL))`);
}

export function createImport({ spaces, remembering, clock, maxContent, revive }: ImportOptions) {
  /** Stores nodes; answers under which id each of them is kept, and how many were there already. */
  async function storeNodes(
    tx: Tx,
    space: SpaceRow,
    candidates: readonly Candidate[],
  ): Promise<{ readonly kept: ReadonlyMap<string, string>; readonly duplicates: number }> {
    const nodes = candidates.map(({ node }) => node);
    const own = await findOwn(tx, space.id, nodes);
    const byId = new Map(own.map((row) => [row.id, row]));
    const byGroup = new Map(
      own.flatMap(({ id, group_key, deleted }) =>
        group_key === null || deleted ? [] : [[group_key, id] as const],
      ),
    );
    const hashes = candidates.flatMap(({ memory }) => memory?.hash ?? []);
    const match = createMatcher(await findSameMemories(tx, space.id, [...new Set(hashes)]));
    const kept = new Map<string, string>();
    const revived = new Set<string>();
    const fresh: NewNode[] = [];
    for (const { node, memory } of candidates) {
      const same = byId.get(node.id);
      const repeated = same === undefined && memory !== undefined ? match(memory) : undefined;
      const known =
        same?.id ?? repeated?.id ?? (node.groupKey === null ? undefined : byGroup.get(node.groupKey));
      if (same?.deleted === true || repeated?.deleted === true) revived.add(known ?? node.id);
      kept.set(node.id, known ?? node.id);
      if (known === undefined) fresh.push(node);
    }
    const inserted = await insertNodes(tx, space, fresh);
    // What another owner has under the same id cannot be seen, only bumped into.
    const renamed = fresh
      .filter(({ id }) => !inserted.has(id))
      .map((node) => ({ ...node, id: newId(), was: node.id }));
    for (const { was, id } of renamed) kept.set(was, id);
    await insertNodes(tx, space, renamed);
    if (revived.size > 0) await revive(tx, space, [...revived]);
    return { kept, duplicates: candidates.length - fresh.length };
  }

  return async (
    scope: MemoryScope,
    lines: Iterable<string> | AsyncIterable<string>,
  ): Promise<ImportReport> => {
    const { turns, nodes, edges } = await readLines(lines, maxContent);
    const memories = await remembering.prepare(turns);
    const now = clock();
    const candidates: Candidate[] = [];
    for (const line of nodes) {
      candidates.push(candidateOf(line, maxContent, now));
      if (candidates.length % pauseEvery === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    if (memories.length + candidates.length === 0) return { imported: 0, duplicates: 0 };
    return spaces.write(scope, async (tx, space) => {
      const remembered = memories.length === 0 ? [] : await remembering.store(tx, space, scope, memories);
      const { kept, duplicates } = await storeNodes(tx, space, candidates);
      await insertEdges(
        tx,
        space,
        edges.flatMap(({ from_id, to_id, kind, weight }) => {
          const from = kept.get(from_id);
          const to = kept.get(to_id);
          return from === undefined || to === undefined || from === to ? [] : [{ from, to, kind, weight }];
        }),
      );
      const repeated = remembered.filter(({ status }) => status === 'duplicate').length + duplicates;
      return { imported: memories.length + candidates.length - repeated, duplicates: repeated };
    });
  };
}
