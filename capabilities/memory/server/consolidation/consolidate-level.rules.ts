import {
  byTime,
  type ConsolidationPlan,
  type MemoryItem,
  type PlannedLink,
  type PlannedMemory,
} from './memory-item.ts';

/** Memories that belong together and will become one on the next level. */
export interface MemoryGroup {
  readonly key: string;
  readonly kind: PlannedMemory['kind'];
  readonly members: readonly MemoryItem[];
  readonly importance: number;
  readonly metadata: PlannedMemory['metadata'];
}

/** What makes one level out of those below it; every level is an instance of this. */
export interface LevelOperation<Group extends MemoryGroup> {
  readonly level: PlannedMemory['level'];
  readonly group: (items: readonly MemoryItem[]) => readonly Group[];
  readonly name: (group: Group) => string;
  readonly summarise: (group: Group) => string;
  readonly link: (groups: readonly Group[]) => readonly PlannedLink[];
}

const LABEL_LENGTH = 120;

/** Groups, names, summarises and links. The order of the items does not matter. */
export function consolidateLevel<Group extends MemoryGroup>(
  items: readonly MemoryItem[],
  operation: LevelOperation<Group>,
): ConsolidationPlan {
  const groups = operation.group(items.toSorted(byTime));
  const nodes = groups.map((group): PlannedMemory => {
    const members = group.members.toSorted(byTime);
    const sessions = new Set(members.map(({ sessionId }) => sessionId));
    return {
      key: group.key,
      level: operation.level,
      kind: group.kind,
      label: operation.name(group).slice(0, LABEL_LENGTH).toWellFormed(),
      content: operation.summarise(group),
      sessionId: sessions.size === 1 ? (members[0]?.sessionId ?? null) : null,
      occurredAt: members[0]?.occurredAt ?? 0,
      importance: Math.min(1, Math.max(0, group.importance)),
      sources: [...new Set(members.map(({ id }) => id))],
      metadata: group.metadata,
    };
  });
  return { nodes, links: operation.link(groups) };
}
