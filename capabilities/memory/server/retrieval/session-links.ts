import { grownInt32 } from './growable.ts';

/** Who stands before and after whom inside a session, by ordinal. */
export interface SessionLinks {
  readonly add: (slot: number, session: number, ordinal: number) => void;
  readonly remove: (slot: number, session: number) => void;
  /** Puts sessions that were filled out of order in order; call before reading. */
  readonly settle: () => void;
  /** The slot before, or -1. */
  readonly previous: () => Int32Array;
  /** The slot after, or -1. */
  readonly next: () => Int32Array;
  readonly bytes: () => number;
}

export function createSessionLinks(): SessionLinks {
  let previous = new Int32Array(64).fill(-1);
  let next = new Int32Array(64).fill(-1);
  let ordinals = new Int32Array(64);
  const members = new Map<number, Set<number>>();
  const tails = new Map<number, number>();
  const unsettled = new Set<number>();

  function reserve(slot: number): void {
    const before = previous.length;
    previous = grownInt32(previous, slot + 1);
    next = grownInt32(next, slot + 1);
    ordinals = grownInt32(ordinals, slot + 1);
    previous.fill(-1, before);
    next.fill(-1, before);
  }

  function add(slot: number, session: number, ordinal: number): void {
    reserve(slot);
    ordinals[slot] = ordinal;
    previous[slot] = -1;
    next[slot] = -1;
    const slots = members.get(session) ?? new Set<number>();
    members.set(session, slots.add(slot));
    const tail = tails.get(session) ?? -1;
    if (tail >= 0 && (ordinals[tail] ?? 0) >= ordinal) {
      unsettled.add(session);
      return;
    }
    if (tail >= 0) next[tail] = slot;
    previous[slot] = tail;
    tails.set(session, slot);
  }

  function remove(slot: number, session: number): void {
    members.get(session)?.delete(slot);
    if (unsettled.has(session)) {
      if (tails.get(session) === slot) tails.delete(session);
      return;
    }
    const before = previous[slot] ?? -1;
    const after = next[slot] ?? -1;
    if (before >= 0) next[before] = after;
    if (after >= 0) previous[after] = before;
    else if (before >= 0) tails.set(session, before);
    else tails.delete(session);
    previous[slot] = -1;
    next[slot] = -1;
  }

  function settle(): void {
    for (const session of unsettled) {
      const slots = [...(members.get(session) ?? [])].sort(
        (a, b) => (ordinals[a] ?? 0) - (ordinals[b] ?? 0) || a - b,
      );
      for (let at = 0; at < slots.length; at += 1) {
        previous[slots[at] ?? 0] = slots[at - 1] ?? -1;
        next[slots[at] ?? 0] = slots[at + 1] ?? -1;
      }
      const tail = slots.at(-1);
      if (tail === undefined) tails.delete(session);
      else tails.set(session, tail);
    }
    unsettled.clear();
  }

  return {
    add,
    remove,
    settle,
    previous: () => previous,
    next: () => next,
    bytes: () => previous.byteLength * 3 + members.size * 200 + ordinals.length * 24,
  };
}
