/** The formats that can be read; `txt` is any other plain text. */
export type DocumentKind = 'docx' | 'pdf' | 'xlsx' | 'md' | 'html' | 'txt' | 'csv' | 'bsl' | 'xml';

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'code';

/** One block of a document, in reading order. */
export interface Block {
  readonly kind: BlockKind;
  /** Of a heading 1–6; of a list item its nesting from 1. */
  readonly level?: number;
  readonly text: string;
  /** Cells of a table row, in order. */
  readonly cells?: readonly string[];
  /** Page of a PDF, or number of the sheet in a workbook, from 1. */
  readonly page?: number;
  /** Line of the source text or row of the sheet, from 1. */
  readonly line?: number;
  /** Titles of the headings above, outermost first; for a heading, without itself. */
  readonly path: readonly string[];
}

export interface Bilingual {
  readonly ru: string;
  readonly en: string;
}

export interface DocumentWarning extends Bilingual {
  readonly code: string;
}

/** A file read into blocks. */
export interface Document {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly title?: string;
  readonly blocks: readonly Block[];
  /** For example `pages`, `sheets`, `encoding`, `author`; all values as text. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly warnings: readonly DocumentWarning[];
}
