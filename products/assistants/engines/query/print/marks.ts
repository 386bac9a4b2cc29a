import type { TextRange } from '../ast.ts';

/** A line begins at a token: its indent in tabs and whether an empty line stands before it. */
export interface LineStart {
  readonly indent: number;
  readonly blank: boolean;
}

/** What the layout decides, by the offsets where tokens start. */
export interface Marks {
  readonly lines: Map<number, LineStart>;
  /** No space follows the token that starts here. */
  readonly tight: Set<number>;
  /** Names: their case stays; other words are keywords. The end of each name by its start. */
  readonly names: Map<number, number>;
  /** Indents of queries and of ВЫБОР by where their first word starts: their other words line up with it. */
  readonly bases: Map<number, number>;
  /** Indents of the word ПО of joins, by where the condition after it starts. */
  readonly joins: Map<number, number>;
}

/** Writes down the decisions of a layout. */
export const marking = () => {
  const marks: Marks = {
    lines: new Map(),
    tight: new Set(),
    names: new Map(),
    bases: new Map(),
    joins: new Map(),
  };
  return {
    marks,
    /** A line begins with the node. */
    line: (at: TextRange | null, indent: number, blank = false) => {
      if (at !== null && !marks.lines.has(at.start)) marks.lines.set(at.start, { indent, blank });
    },
    tight: (start: number) => {
      marks.tight.add(start);
    },
    base: (start: number, indent: number) => {
      marks.bases.set(start, indent);
    },
    join: (start: number, indent: number) => {
      marks.joins.set(start, indent);
    },
    name: (range: TextRange) => {
      marks.names.set(range.start, range.end);
    },
  };
};
export type Marking = ReturnType<typeof marking>;
