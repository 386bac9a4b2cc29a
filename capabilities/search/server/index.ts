import { defineRef, type Ref } from '#base/ref';
import type { Reader, Tx } from '#platform/server/database';

/** What can be found. Text of all languages of the document together; plain, no markup. */
export interface SearchDocument {
  readonly id: string;
  /** Weighs most. */
  readonly title: string;
  /** Tags, city, category names. */
  readonly keywords?: string;
  readonly text?: string;
  /** Orders candidates before ranking; higher first. */
  readonly popularity?: number;
  /** Values to filter and count by: `{ city: ['spb'], difficulty: ['2'] }`. */
  readonly facets?: Readonly<Record<string, readonly string[]>>;
  /** Numbers to filter by range: `{ price: 50000 }`. */
  readonly numbers?: Readonly<Record<string, number>>;
}

export interface SearchQuery {
  readonly collection: string;
  /** Empty lists by popularity. */
  readonly text?: string;
  /** Any of the values per facet, all facets together. */
  readonly facets?: Readonly<Record<string, readonly string[]>>;
  readonly numbers?: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>;
  /** Only these documents. */
  readonly ids?: readonly string[];
  readonly limit: number;
  readonly offset?: number;
  /** Facets to count. */
  readonly count?: readonly string[];
}

export interface SearchHit {
  readonly id: string;
  readonly score: number;
  /** Where the words stand in title and text: `[from, to)` in UTF-16 units of the excerpt. Never HTML. */
  readonly title: Highlighted;
  readonly excerpt: Highlighted | null;
}

export interface Highlighted {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Exact up to the cap on candidates (2,000), else the cap. */
  readonly total: number;
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
  /** What was searched instead, when the words were mistyped, typed in the other layout or transliterated. */
  readonly correctedTo: string | null;
}

/** Full text in Russian and English with inflection, typos, prefixes, layout swap and transliteration. */
export interface Search {
  /** In the transaction of the change, so that the index never lies. */
  put(tx: Tx, collection: string, documents: readonly SearchDocument[]): Promise<void>;
  remove(tx: Tx, collection: string, ids: readonly string[]): Promise<void>;
  query(reader: Reader, query: SearchQuery): Promise<SearchAnswer>;
  /** Completions of the last word, best first. */
  suggest(reader: Reader, collection: string, text: string, limit: number): Promise<readonly string[]>;
}

/** Declare it in `uses`: `{ search: searchRef }`. */
export const searchRef: Ref<Search> = defineRef<Search>('search');
