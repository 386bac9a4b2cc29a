import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';
import { unreadable } from '../nodes/text.rules.ts';
import type { MemoryScope } from './scope.ts';

/** A scope that was checked, with the agent filled in. */
export interface SpaceKey {
  readonly ownerId: string;
  readonly agentId: string;
}

/** Checks a scope; refuses with `memory.scope_invalid`. */
export function spaceKey({ ownerId, agentId = 'default' }: MemoryScope): SpaceKey {
  const agentFits = agentId.length > 0 && agentId.length <= 128 && !unreadable(agentId);
  if (!isId(ownerId) || !agentFits) {
    throw new Refusal('invalid', 'memory.scope_invalid', 'This memory space cannot exist.');
  }
  return { ownerId, agentId };
}
