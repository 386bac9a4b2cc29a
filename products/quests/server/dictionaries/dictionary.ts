import type { Static } from 'typebox';
import type { DictionaryKind as DictionaryKindSchema } from '../../contract/index.ts';

export type DictionaryKind = Static<typeof DictionaryKindSchema>;

export interface Entry {
  readonly id: string;
  readonly kind: DictionaryKind;
  readonly code: string;
  readonly name: { readonly ru: string; readonly en: string };
  readonly position: number;
  readonly active: boolean;
  readonly place: { readonly lat: number; readonly lng: number } | null;
  /** IANA name. */
  readonly timeZone: string | null;
}

/** An entry as quests carry it. */
export interface Word {
  readonly id: string;
  readonly code: string;
  readonly name: { readonly ru: string; readonly en: string };
}

/** All dictionaries at one moment. */
export interface DictionarySnapshot {
  readonly entries: readonly Entry[];
  find(kind: DictionaryKind, code: string): Entry | undefined;
  /** The word of a code; a code that is gone stands for itself. */
  word(kind: DictionaryKind, code: string): Word;
}
