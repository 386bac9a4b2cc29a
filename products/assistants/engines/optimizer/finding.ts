import type { TextRange } from '#products/assistants/engines/query';

/** A text for people in both languages. */
export interface Said {
  readonly ru: string;
  readonly en: string;
}

/** A development standard of 1C. */
export interface Standard {
  readonly number: number;
  readonly url: string;
}

/** Replaces a piece of the text. Edits of one finding do not overlap. */
export interface TextEdit extends TextRange {
  readonly text: string;
}

/** The rules by number; 1 and 20 need the code around a query (see `codeRules`). */
export type RuleNumber = 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19;

/** Something that could be better in a query text. */
export interface Finding extends TextRange {
  readonly rule: RuleNumber;
  /** A lasting name of what was found, in kebab case. */
  readonly code: string;
  readonly reason: Said;
  readonly standard: Standard;
  /** The text of the range. */
  readonly before: string;
  /** What the range could become, when that can be told; for edits outside of the range, the whole new statement. */
  readonly after: string | null;
  /**
   * The edits give the same result but for the change named in `reason`, as long as `assumes` holds; they are applied
   * by `optimizeQuery`. Other findings are advice: their edits, if any, need a person's decision.
   */
  readonly safe: boolean;
  /** What cannot be seen in the text and must hold for a safe rewrite; null when nothing. */
  readonly assumes: Said | null;
  readonly edits: readonly TextEdit[];
}

const standardOf = (number: number): Standard => ({
  number,
  url: `https://its.1c.ru/db/v8std/content/${number}/hdoc`,
});

/** The standards the rules stand on. */
export const standards = {
  nullValues: standardOf(412),
  unionAll: standardOf(434),
  fullJoin: standardOf(435),
  layout: standardOf(437),
  forUpdate: standardOf(460),
  likePattern: standardOf(726),
  dereference: standardOf(654),
  joins: standardOf(655),
  virtualTables: standardOf(657),
  conditions: standardOf(658),
  indexes: standardOf(777),
} as const;
