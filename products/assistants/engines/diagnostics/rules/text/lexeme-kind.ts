import { T } from '#products/assistants/engines/bsl';

/** Kinds of lexemes beside those of the parser's tokens, which keep their numbers. */
export const L = {
  ...T,
  Comment: 128,
  Space: 129,
  /** The line end after a preprocessor line. */
  LineEnd: 130,
  /** A character that begins no token, a non-breaking space among them. */
  Stray: 131,
  /** `#Вставка`, `#КонецВставки`. */
  InsertMark: 132,
  /** `#Удаление`, `#КонецУдаления` and each character between them. */
  Deleted: 133,
  Hash: 140,
  /** A word of a preprocessor line: an instruction, an operator, a symbol known to the platform. */
  DirectiveWord: 141,
  /** Any other word of a preprocessor line: the name of a region or of a library, an unknown symbol. */
  DirectiveName: 142,
  DirectiveString: 143,
  /** Any other character of a preprocessor line. */
  DirectiveSign: 144,
  /** The name after `&`. */
  AnnotationName: 145,
  /** A `|` at the end of a line, where a string may go on. */
  Bar: 146,
} as const;

/** Whether a parser would see it. */
export function isSeen(kind: number): boolean {
  return kind < L.Comment || kind >= L.Hash;
}
