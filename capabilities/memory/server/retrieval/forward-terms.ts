import { grownInt32 } from './growable.ts';

/** The distinct terms of each slot with their frequencies, so that a document can be taken back exactly. */
export interface ForwardTerms {
  /** Counts the terms of a text into the slot; answers how many terms the text has. */
  readonly store: (slot: number, terms: readonly number[]) => void;
  readonly each: (slot: number, visit: (term: number, frequency: number) => void) => void;
  readonly compact: (isLive: (slot: number) => boolean, slots: number) => void;
  readonly bytes: () => number;
}

/** Entries are pairs (term, frequency) in one arena; a slot knows where its pairs begin and how many there are. */
export function createForwardTerms(): ForwardTerms {
  let arena = new Int32Array(1024);
  let used = 0;
  let starts = new Int32Array(64);
  let counts = new Int32Array(64);
  /** Where a term of the document being stored has its pair; -1 for terms not in it. */
  let places = new Int32Array(1024).fill(-1);

  function store(slot: number, terms: readonly number[]): void {
    starts = grownInt32(starts, slot + 1);
    counts = grownInt32(counts, slot + 1);
    arena = grownInt32(arena, used + terms.length * 2);
    const start = used;
    for (const term of terms) {
      if (term >= places.length) {
        const before = places.length;
        places = grownInt32(places, term + 1);
        places.fill(-1, before);
      }
      const place = places[term] ?? -1;
      if (place >= 0) arena[place + 1] = (arena[place + 1] ?? 0) + 1;
      else {
        places[term] = used;
        arena[used] = term;
        arena[used + 1] = 1;
        used += 2;
      }
    }
    for (let at = start; at < used; at += 2) places[arena[at] ?? 0] = -1;
    starts[slot] = start;
    counts[slot] = (used - start) / 2;
  }

  function compact(isLive: (slot: number) => boolean, slots: number): void {
    const kept = new Int32Array(arena.length);
    let size = 0;
    for (let slot = 0; slot < slots; slot += 1) {
      if (!isLive(slot)) continue;
      const start = starts[slot] ?? 0;
      const length = (counts[slot] ?? 0) * 2;
      kept.set(arena.subarray(start, start + length), size);
      starts[slot] = size;
      size += length;
    }
    arena = kept;
    used = size;
  }

  return {
    store,
    each: (slot, visit) => {
      const start = starts[slot] ?? 0;
      const end = start + (counts[slot] ?? 0) * 2;
      for (let at = start; at < end; at += 2) visit(arena[at] ?? 0, arena[at + 1] ?? 0);
    },
    compact,
    bytes: () => arena.byteLength + starts.byteLength * 2 + places.byteLength,
  };
}
