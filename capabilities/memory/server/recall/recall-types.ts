import type { Level } from '../../contract/index.ts';
import type { MemoryNode } from '../nodes/node.ts';

export interface RecallRequest {
  /** 1..4000 characters. */
  readonly query: string;
  /** Results at most, 1..100; default 10. */
  readonly k?: number;
  /** Default: all. */
  readonly levels?: readonly Level[];
  /** A strategy's name, or `auto` (default): chosen by what was learned from feedback. */
  readonly strategy?: string;
  /** The conversation the question is asked in; its own last turns are known to the asker anyway. */
  readonly sessionId?: string;
  /** Names of who takes part; default: the speakers of this space. */
  readonly participants?: readonly string[];
  /** Fill `explain`; default true. */
  readonly explain?: boolean;
  /** Do not count this recall as access, do not log it, do not learn from it (evaluation). */
  readonly silent?: boolean;
}

/** How much one stage gave to a score; the parts of a result add up to its score up to rounding. */
export interface Explanation {
  readonly stage: string;
  readonly contribution: number;
}

export interface RecallResult {
  readonly node: MemoryNode;
  readonly score: number;
  readonly explain: readonly Explanation[];
}

export interface Recall {
  /** For feedback, signals and `noteInjected`. */
  readonly recallId: string;
  readonly strategy: string;
  /** Best first. */
  readonly results: readonly RecallResult[];
  /** Milliseconds by stage, with `total`. */
  readonly timings: Readonly<Record<string, number>>;
}

/** A memory as it was put into a prompt. */
export interface InjectedPassage {
  readonly nodeId: string;
  readonly text: string;
}
