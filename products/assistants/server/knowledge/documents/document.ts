import type { LocalWords, OutlineEntry } from '../reading/text-document.ts';

export type DocumentStatus = 'waiting' | 'reading' | 'ready' | 'refused';

export interface KnowledgeDocument {
  readonly id: string;
  readonly collectionId: string;
  readonly name: string;
  readonly title: string | undefined;
  readonly kind: string | undefined;
  readonly size: number;
  readonly status: DocumentStatus;
  readonly progress: number;
  readonly fault: LocalWords | undefined;
  readonly warnings: readonly LocalWords[];
  readonly pages: number | undefined;
  readonly parts: number;
  readonly characters: number;
  readonly chunks: number;
  /** Of the last upload. */
  readonly revision: number;
  readonly indexedAt: Date | undefined;
  readonly uploadedBy: string | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface DocumentDetail extends KnowledgeDocument {
  readonly outline: readonly OutlineEntry[];
}
