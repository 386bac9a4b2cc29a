import { grownInt32 } from './growable.ts';

/** One entry is a slot and how often the term stands there, packed in 32 bits: frequencies are capped at 255. */
const FREQUENCY_BITS = 8;
export const MAX_FREQUENCY = 255;
/** Most terms occur once or twice; the frequent few outgrow any first guess quickly. */
const FIRST_CAPACITY = 3;
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

  function append(term: number, slot: number, frequency: number): void {
    if (term >= lists.length) {
      lengths = grownInt32(lengths, term + 1);
      frequencies = grownInt32(frequencies, term + 1);
      while (lists.length <= term) lists.push(EMPTY);
    }
    const length = lengths[term] ?? 0;
    let list = lists[term] ?? EMPTY;
    if (length === list.length) {
      const grown = new Uint32Array(length === 0 ? FIRST_CAPACITY : length * 2);
      grown.set(list);
      allocated += grown.length - list.length;
      lists[term] = grown;
      list = grown;
    }
    list[length] = ((slot << FREQUENCY_BITS) | Math.min(frequency, MAX_FREQUENCY)) >>> 0;
    lengths[term] = length + 1;
    frequencies[term] = (frequencies[term] ?? 0) + 1;
  }

  function compact(isLive: (slot: number) => boolean): void {
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
    entries: (term) => lists[term] ?? EMPTY,
    length: (term) => lengths[term] ?? 0,
    compact,
    bytes: () => allocated * 4 + lists.length * 96 + lengths.byteLength + frequencies.byteLength,
  };
}
