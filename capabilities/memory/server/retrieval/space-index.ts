import { columnBytes, createColumns, reserveColumns } from './columns.ts';
import { createDictionary } from './dictionary.ts';
import { createForwardTerms } from './forward-terms.ts';
import { createPostings } from './postings.ts';
import { createSessionLinks } from './session-links.ts';
import { createSpaceCounts } from './space-counts.ts';
import type { DayRange, MemoryKind, MemoryLevel, SpaceDocument } from './space-document.ts';
import type { SpaceIndex, SpaceView } from './space-view.ts';

const COMPACT_AT_LEAST = 1000;
/** Shorter texts are often equal by chance ("thanks a lot"), and each is a turn of its own. */
const SIGNATURE_TERMS = 5;

interface Entry {
  readonly id: string;
  readonly kind: MemoryKind;
  readonly sources: readonly string[];
  readonly dates: readonly DayRange[];
}

function signatureOf(terms: readonly number[]): number {
  if (terms.length < SIGNATURE_TERMS) return 0;
  let high = 0x811c9dc5;
  let low = 0x1b873593;
  for (const term of terms) {
    high = Math.imul(high ^ term, 0x01000193);
    low = Math.imul(low ^ (term + 0x9e3779b9), 0x85ebca6b);
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0) + 1;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 && Number.isFinite(length)
    ? vector.map((value) => value / length)
    : new Float32Array(vector.length);
}

export function createSpaceIndex(): SpaceIndex {
  const terms = createDictionary();
  const sessions = createDictionary();
  const speakers = createDictionary();
  const forward = createForwardTerms();
  const links = createSessionLinks();
  const lanes = [createPostings(), createPostings(), createPostings(), createPostings()] as const;
  const columns = createColumns();
  const slots = new Map<string, number>();
  const entries: Entry[] = [];
  const vectors = new Map<number, Float32Array>();
  const counts = createSpaceCounts(columns);
  let free: number[] = [];
  let dead: number[] = [];
  let version = 0;

  function insert(document: SpaceDocument): void {
    const slot = free.pop() ?? columns.count;
    if (slot >= columns.live.length) reserveColumns(columns, slot + 1);
    columns.count = Math.max(columns.count, slot + 1);
    const numbers = document.terms === '' ? [] : document.terms.split(' ').map(terms.intern);
    const session =
      document.level === 0 && document.sessionId !== null ? sessions.intern(document.sessionId) : -1;
    columns.live[slot] = 1;
    columns.level[slot] = document.level;
    columns.session[slot] = session;
    columns.speaker[slot] = document.speaker === null ? -1 : speakers.intern(document.speaker);
    columns.length[slot] = numbers.length;
    columns.signature[slot] = signatureOf(numbers);
    columns.importance[slot] = document.importance;
    columns.accessCount[slot] = document.accessCount;
    columns.occurredAt[slot] = document.occurredAt;
    forward.store(slot, numbers);
    const lane = lanes[document.level];
    forward.each(slot, (term, frequency) => lane.append(term, slot, frequency));
    entries[slot] = {
      id: document.id,
      kind: document.kind,
      sources: document.sources,
      dates: document.dates ?? [],
    };
    if (document.vector !== undefined) vectors.set(slot, unit(document.vector));
    if (session >= 0) links.add(slot, session, document.ordinal);
    slots.set(document.id, slot);
    counts.add(slot);
  }

  function remove(id: string): boolean {
    const slot = slots.get(id);
    if (slot === undefined) return false;
    const lane = lanes[levelOf(columns.level[slot] ?? 0)];
    forward.each(slot, (term) => lane.release(term));
    counts.take(slot);
    const session = columns.session[slot] ?? -1;
    if (session >= 0) links.remove(slot, session);
    columns.live[slot] = 0;
    slots.delete(id);
    vectors.delete(slot);
    dead.push(slot);
    if (dead.length >= COMPACT_AT_LEAST && dead.length * 3 > slots.size) compact();
    return true;
  }

  function compact(): void {
    const isLive = (slot: number): boolean => columns.live[slot] === 1;
    for (const lane of lanes) lane.compact(isLive);
    forward.compact(isLive, columns.count);
    free = [...free, ...dead];
    dead = [];
  }

  function view(): SpaceView {
    links.settle();
    return {
      columns,
      previous: links.previous(),
      next: links.next(),
      postings: (level) => lanes[level],
      statistics: counts.statistics,
      term: terms.find,
      termCount: terms.size(),
      eachTerm: forward.each,
      speaker: speakers.find,
      sessionCount: sessions.size(),
      sessionLength: counts.sessionLength,
      ...counts.sessions(),
      id: (slot) => entries[slot]?.id ?? '',
      kind: (slot) => entries[slot]?.kind ?? 'turn',
      slot: (id) => slots.get(id) ?? -1,
      sources: (slot) => entries[slot]?.sources ?? [],
      dates: (slot) => entries[slot]?.dates ?? [],
      vector: (slot) => vectors.get(slot) ?? null,
      hasVectors: vectors.size > 0,
    };
  }

  function bytes(): number {
    const lists = lanes.reduce((sum, lane) => sum + lane.bytes(), 0);
    let embedded = 0;
    for (const vector of vectors.values()) embedded += vector.byteLength + 160;
    const names = terms.bytes() + sessions.bytes() + speakers.bytes();
    return (
      lists + names + embedded + forward.bytes() + links.bytes() + columnBytes(columns) + entries.length * 240
    );
  }

  return {
    upsert: (document) => {
      remove(document.id);
      insert(document);
    },
    remove,
    has: (id) => slots.has(id),
    size: () => slots.size,
    version: () => version,
    advance: (reached) => {
      version = reached;
    },
    bytes,
    statistics: counts.statistics,
    documentFrequency: (level, term) => {
      const number = terms.find(term);
      return number < 0 ? 0 : lanes[level].documentFrequency(number);
    },
    participants: () => counts.talkative().map(speakers.word),
    view,
  };
}

export function levelOf(level: number): MemoryLevel {
  return level === 1 || level === 2 || level === 3 ? level : 0;
}
