/** A piece of a file for prompts and citations. */
export interface FilePiece {
  readonly text: string;
  /** Titles of the headings above, outermost first. */
  readonly path: readonly string[];
  /** First and last, one-based. */
  readonly pages?: readonly [number, number];
  /** First and last, one-based. */
  readonly lines?: readonly [number, number];
}

export interface Warning {
  readonly ru: string;
  readonly en: string;
}

/** A file of a person in a company, read. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Bytes. */
  readonly size: number;
  readonly pages: number | null;
  /** Characters of its text. */
  readonly characters: number;
  readonly warnings: readonly Warning[];
  /** Null: given to no message yet. */
  readonly conversationId: string | null;
  readonly createdAt: Date;
}

/** With what was read. */
export interface ReadAttachment extends Attachment {
  readonly text: string;
  readonly pieces: readonly FilePiece[];
}
