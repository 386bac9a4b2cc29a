import { newId } from '#base/ids';
import type { Tx } from '#platform/server/database';
import type { PlannedMemory } from '../consolidation/memory-item.ts';
import { memoryHash } from '../nodes/new-memory.rules.ts';
import type { NewNode } from '../nodes/new-node.ts';
import { insertEdges, insertNodes, type NewEdge } from '../nodes/node-write.store.ts';
import { labelOf } from '../nodes/text.rules.ts';
import { analyzeDocument } from '../retrieval/analyze-document.rules.ts';
import type { SpaceRow } from '../spaces/space.store.ts';
import { findGroups, findLiveIds, freshen, reopen, retire, rewriteGroup, settle } from './apply.store.ts';
import { groupKey, planHash } from './group-key.rules.ts';
import type { LevelPlan } from './planner.ts';

/** A planned memory with its analysis, worked out before the space is locked. */
export interface ReadyNode {
  readonly plan: PlannedMemory;
  readonly node: NewNode;
}

/** `content` is what is written; it may say in other words what the plan says. */
export function readyNode(plan: PlannedMemory, content: string, now: Date): ReadyNode {
  const { key, level, kind, label, sessionId, occurredAt, importance, metadata } = plan;
  return {
    plan,
    node: {
      id: newId(now.getTime()),
      level,
      kind,
      sessionId,
      ordinal: 0,
      label: labelOf(label, 200),
      content,
      speaker: null,
      caption: null,
      occurredAt: new Date(occurredAt),
      importance,
      contentHash: memoryHash('note', content, null, null),
      analysis: analyzeDocument({
        content: `${label}. ${content}`,
        speaker: null,
        occurredAt,
      }),
      groupKey: groupKey(level, key),
      metadata: { ...metadata, plan_hash: planHash(plan) },
      createdAt: now,
    },
  };
}

/**
 * Writes one level in the caller's transaction: new memories, changed ones, links, and what was looked at. Writing the same
 * plan again changes nothing. Plans whose sources went meanwhile are left to the next run. Answers how many memories were
 * made or renewed.
 */
export async function applyLevel(
  tx: Tx,
  space: SpaceRow,
  plan: LevelPlan,
  ready: readonly ReadyNode[],
  readAt: number,
  now: Date,
): Promise<number> {
  const live = await findLiveIds(tx, space.id, [
    ...new Set(ready.flatMap(({ plan: { sources } }) => sources)),
  ]);
  const whole = ready.filter(
    ({ plan: { sources } }) => sources.length > 0 && sources.every((id) => live.has(id)),
  );
  const stored = new Map(
    (
      await findGroups(
        tx,
        space.id,
        whole.flatMap(({ node }) => node.groupKey ?? []),
      )
    ).map((group) => [group.group_key, group]),
  );
  const ids = new Map<string, string>();
  const fresh: NewNode[] = [];
  const edges: NewEdge[] = [];
  const same: string[] = [];
  const reopened: string[] = [];
  const isFresh = new Set(plan.fresh);
  let changed = 0;
  for (const { plan: planned, node } of whole) {
    const before = stored.get(node.groupKey ?? '');
    const id = before?.id ?? node.id;
    ids.set(planned.key, id);
    if (before !== undefined && before.plan_hash === planHash(planned)) {
      if (before.stale) same.push(before.id);
      if (planned.sources.some((source) => isFresh.has(source))) reopened.push(before.id);
      continue;
    }
    changed += 1;
    if (before === undefined) fresh.push(node);
    else await rewriteGroup(tx, space, id, node, now);
    edges.push(...planned.sources.map((to): NewEdge => ({ from: id, to, kind: 'derived_from' })));
  }
  await insertNodes(tx, space, fresh);
  const skipped = new Set(ready.filter((one) => !whole.includes(one)).map(({ plan: { key } }) => key));
  const ends = plan.links.filter(({ from, to }) => !skipped.has(from) && !skipped.has(to));
  const links = ends.map(({ from, to, kind, weight }) => ({
    from: ids.get(from) ?? from,
    to: ids.get(to) ?? to,
    kind,
    weight,
  }));
  const outside = [...new Set(links.flatMap(({ from, to }) => [from, to]))].filter((id) =>
    /^[0-9a-f-]{36}$/.test(id),
  );
  const known = await findLiveIds(tx, space.id, outside);
  edges.push(...links.filter(({ from, to }) => from !== to && known.has(from) && known.has(to)));
  await insertEdges(tx, space, edges);
  await freshen(tx, space, same);
  await reopen(tx, space, reopened);
  await retire(tx, space, plan.obsolete, now);
  const open = new Set(
    ready.filter((one) => !whole.includes(one)).flatMap(({ plan: { sources } }) => sources),
  );
  await settle(
    tx,
    space,
    plan.settled.filter((id) => !open.has(id)),
    readAt,
    now,
  );
  return changed;
}
