import type { MemoryEdge, MemoryNode } from '../contract/index.ts';

/** A memory for tests; the number makes its id. */
export function memoryNode(number: number, fields: Partial<MemoryNode> = {}): MemoryNode {
  return {
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    label: `Label ${number}`,
    content: `Content ${number}`,
    level: 'l0',
    kind: 'turn',
    importance: 0.5,
    created_at: '2026-05-01T10:00:00.000Z',
    connections: 0,
    occurred_at: null,
    speaker: null,
    session_id: null,
    access_count: 0,
    deleted_at: null,
    ...fields,
  };
}

/** An edge between two memories of `memoryNode`, by their numbers. */
export function memoryEdge(from: number, to: number, kind: MemoryEdge['kind'] = 'similar'): MemoryEdge {
  return { from_id: memoryNode(from).id, to_id: memoryNode(to).id, kind, weight: 1 };
}
