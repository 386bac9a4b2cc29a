import type { Postings } from '../terms/postings.rules.ts';

export interface LocalWords {
  readonly ru: string;
  readonly en: string;
}

export interface PartBlock {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'code';
  readonly level?: number;
  readonly text: string;
  readonly cells?: readonly string[];
  /** One-based. */
  readonly line?: number;
}

/** A page, or a stretch of a text without pages. */
export interface DocumentPart {
  readonly page: number | null;
  readonly blocks: readonly PartBlock[];
}

export interface OutlineEntry {
  readonly title: string;
  readonly level: number;
  readonly page: number | null;
  readonly line: number | null;
  readonly part: number;
}

/** A passage that is found as one. */
export interface Passage {
  readonly content: string;
  readonly heading: readonly string[];
  readonly page: number | null;
  readonly lines: readonly [first: number, last: number] | null;
  /** One-based. */
  readonly part: number;
}

/** A file read for search: how it is shown, what is found, by which terms. */
export interface TextDocument {
  readonly kind: string;
  readonly title: string | null;
  readonly warnings: readonly LocalWords[];
  readonly outline: readonly OutlineEntry[];
  readonly pages: number | null;
  readonly characters: number;
  readonly parts: readonly DocumentPart[];
  readonly passages: readonly Passage[];
  readonly postings: Postings;
  readonly terms: number;
}

export type ReadResult =
  | { readonly ok: true; readonly document: TextDocument }
  | { readonly ok: false; readonly fault: LocalWords };
