import type { Columns } from './columns.ts';
import type { Postings } from './postings.ts';
import type { DayRange, MemoryKind, MemoryLevel, SpaceDocument } from './space-document.ts';

/** Statistics of one level: its live documents, and all their terms counted with repetition. */
export interface LevelStatistics {
  readonly documents: number;
  readonly totalLength: number;
  readonly averageLength: number;
}

/**
 * The searchable projection of one owner's memories with one agent; each level has its own statistics, so that
 * derived memories never distort what is rare among turns. Not persistent: the database is the truth, `version`
 * remembers how far this projection has caught up with it.
 */
export interface SpaceIndex {
  /** Adds a document or replaces the one with its id. */
  readonly upsert: (document: SpaceDocument) => void;
  /** Forgets a document; false when the id is unknown. */
  readonly remove: (id: string) => boolean;
  readonly has: (id: string) => boolean;
  /** Live documents of all levels. */
  readonly size: () => number;
  readonly version: () => number;
  readonly advance: (version: number) => void;
  /** Approximate memory held, in bytes. */
  readonly bytes: () => number;
  readonly statistics: (level: MemoryLevel) => LevelStatistics;
  readonly documentFrequency: (level: MemoryLevel, term: string) => number;
  /** Names of those who spoke in live turns, most talkative first. */
  readonly participants: () => readonly string[];
  /** What scoring stages read; valid until the next upsert or remove. */
  readonly view: () => SpaceView;
}

export interface SpaceView {
  readonly columns: Columns;
  readonly previous: Int32Array;
  readonly next: Int32Array;
  readonly postings: (level: MemoryLevel) => Postings;
  readonly statistics: (level: MemoryLevel) => LevelStatistics;
  /** The number of a term, or -1. */
  readonly term: (word: string) => number;
  readonly termCount: number;
  readonly eachTerm: (slot: number, visit: (term: number, frequency: number) => void) => void;
  readonly speaker: (name: string) => number;
  readonly sessionCount: number;
  /** Terms of all live turns of a session. */
  readonly sessionLength: (session: number) => number;
  readonly liveSessions: number;
  readonly totalSessionLength: number;
  readonly id: (slot: number) => string;
  readonly kind: (slot: number) => MemoryKind;
  readonly slot: (id: string) => number;
  readonly sources: (slot: number) => readonly string[];
  readonly dates: (slot: number) => readonly DayRange[];
  readonly vector: (slot: number) => Float32Array | null;
  readonly hasVectors: boolean;
}
