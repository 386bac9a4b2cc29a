import type { LocalText } from '#products/assistants/engines/metadata';

/** A name in a text that the configuration does not have. */
export interface UngroundedName {
  /** As written, up to the unknown word. */
  readonly text: string;
  /** An object of the configuration, or something of one: an attribute, a field, a value. */
  readonly what: 'object' | 'member';
  /** 0-based line and UTF-16 column of the unknown word, and its length. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** Names of the configuration that may have been meant. */
  readonly suggestions: readonly string[];
  readonly message: LocalText;
}
