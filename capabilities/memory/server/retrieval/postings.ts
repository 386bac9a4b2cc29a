import { grownInt32 } from './growable.ts';

/** One entry is a slot and how often the term stands there, packed in 32 bits: frequencies are capped at 255. */
const FREQUENCY_BITS = 8;
export const MAX_FREQUENCY = 255;
/** The room a bulk load took is given back. */
const LARGEST_KEPT_PENDING = 65_536;
const EMPTY = new Uint32Array(0);

export function slotOf(entry: number): number {
  return entry >>> FREQUENCY_BITS;
}

export function frequencyOf(entry: number): number {
  return entry & MAX_FREQUENCY;
}

/** For each term the slots that contain it, dead ones included until compaction. */
export interface Postings {
  readonly append: (term: number, slot: number, frequency: number) => void;
  /** Counts one live document less for the term; the entry itself stays until compaction. */
  readonly release: (term: number) => void;
  /** Live documents containing the term. */
  readonly documentFrequency: (term: number) => number;
  /** The entries of a term; only the first `length(term)` are valid. */
  readonly entries: (term: number) => Uint32Array;
  readonly length: (term: number) => number;
  readonly compact: (isLive: (slot: number) => boolean) => void;
  readonly bytes: () => number;
}

export function createPostings(): Postings {
  const lists: Uint32Array<ArrayBuffer>[] = [];
  let lengths = new Int32Array(1024);
  let frequencies = new Int32Array(1024);
  let allocated = 0;
  /** Pairs (term, entry) not yet sorted in: a bulk load then allocates each list once, at its size. */
  let pending = new Int32Array(1024);
  let pendingLength = 0;

  function append(term: number, slot: number, frequency: number): void {
    if (term >= frequencies.length) frequencies = grownInt32(frequencies, term + 1);
    if (pendingLength + 2 > pending.length) pending = grownInt32(pending, pendingLength + 2);
    pending[pendingLength] = term;
    pending[pendingLength + 1] = (slot << FREQUENCY_BITS) | Math.min(frequency, MAX_FREQUENCY);
    pendingLength += 2;
    frequencies[term] = (frequencies[term] ?? 0) + 1;
  }

  function settle(): void {
    if (pendingLength === 0) return;
    lengths = grownInt32(lengths, frequencies.length);
    const added = new Map<number, number>();
    for (let at = 0; at < pendingLength; at += 2) {
      const term = pending[at] ?? 0;
      added.set(term, (added.get(term) ?? 0) + 1);
    }
    for (const [term, count] of added) reserve(term, count);
    for (let at = 0; at < pendingLength; at += 2) {
      const term = pending[at] ?? 0;
      const list = lists[term] ?? EMPTY;
      const length = lengths[term] ?? 0;
      list[length] = pending[at + 1] ?? 0;
      lengths[term] = length + 1;
    }
    pendingLength = 0;
    if (pending.length > LARGEST_KEPT_PENDING) pending = new Int32Array(1024);
  }

  /** A new list gets exactly its size; one that grows again will go on growing. */
  function reserve(term: number, count: number): void {
    while (lists.length <= term) lists.push(EMPTY);
    const list = lists[term] ?? EMPTY;
    const needed = (lengths[term] ?? 0) + count;
    if (needed <= list.length) return;
    const grown = new Uint32Array(list.length === 0 ? needed : Math.max(needed, list.length * 2));
    grown.set(list);
    allocated += grown.length - list.length;
    lists[term] = grown;
  }

  function compact(isLive: (slot: number) => boolean): void {
    settle();
    allocated = 0;
    for (let term = 0; term < lists.length; term += 1) {
      const kept = (lists[term] ?? EMPTY)
        .subarray(0, lengths[term] ?? 0)
        .filter((entry) => isLive(slotOf(entry)));
      lists[term] = kept;
      lengths[term] = kept.length;
      allocated += kept.length;
    }
  }

  return {
    append,
    release: (term) => {
      frequencies[term] = (frequencies[term] ?? 0) - 1;
    },
    documentFrequency: (term) => frequencies[term] ?? 0,
    entries: (term) => {
      settle();
      return lists[term] ?? EMPTY;
    },
    length: (term) => {
      settle();
      return lengths[term] ?? 0;
    },
    compact,
    bytes: () =>
      pending.byteLength + allocated * 4 + lists.length * 96 + lengths.byteLength + frequencies.byteLength,
  };
}
