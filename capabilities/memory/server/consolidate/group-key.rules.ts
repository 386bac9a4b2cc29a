import { createHash } from 'node:crypto';
import type { PlannedMemory } from '../consolidation/memory-item.ts';

/** Keys may contain words of memories; only their hash is kept. */
export function groupKey(level: number, key: string): string {
  return createHash('sha256').update(`${level} ${key}`).digest('base64url');
}

/** Equal when a plan says the same of the same sources, whoever put it into words. */
export function planHash({ level, kind, label, content, sources }: PlannedMemory): string {
  return createHash('sha256')
    .update(JSON.stringify([level, kind, label, content, [...sources].sort()]))
    .digest('base64url');
}
