import type { Page } from '#base/page';
import { defineRef } from '#base/ref';
import type { ExportLine } from '../contract/index.ts';
import type { ConsolidationOptions, ConsolidationOutcome } from './consolidate/outcome.ts';
import type { Feedback, ImplicitSignal, StrategyReport } from './feedback/feedback-types.ts';
import type { GarbageOptions, GarbageReport } from './forgetting/outcome.ts';
import type {
  GraphRequest,
  MemoryGraph,
  MemoryNode,
  MemoryNodeDetail,
  MemoryStats,
  NewMemory,
  NodeChange,
  NodeFilters,
  Remembered,
} from './nodes/node.ts';
import type { InjectedPassage, Recall, RecallRequest } from './recall/recall-types.ts';
import type { MemoryScope } from './spaces/scope.ts';
import type { ImportReport } from './transfer/transfer-types.ts';

export type {
  ConsolidationOptions,
  ConsolidationOutcome,
  ConsolidationPhase,
  ConsolidationProgress,
} from './consolidate/outcome.ts';
export type { Feedback, ImplicitSignal, StrategyDay, StrategyReport } from './feedback/feedback-types.ts';
export type { GarbageOptions, GarbageReport } from './forgetting/outcome.ts';
export type {
  GraphRequest,
  MemoryEdge,
  MemoryGraph,
  MemoryNode,
  MemoryNodeDetail,
  MemoryStats,
  NewMemory,
  NodeChange,
  NodeFilters,
  Remembered,
} from './nodes/node.ts';
export type {
  Explanation,
  InjectedPassage,
  Recall,
  RecallRequest,
  RecallResult,
} from './recall/recall-types.ts';
export type { MemoryScope } from './spaces/scope.ts';
export type { ImportReport } from './transfer/transfer-types.ts';

/**
 * Long-term memory of agents: what was said is kept word for word, condensed level by level, found again, and
 * forgotten when asked. Every call concerns one space (owner and agent) and cannot see any other: row-level security
 * holds that in the database as well.
 *
 * A scope whose owner is no UUID, or whose agent is empty or too long, is refused everywhere with
 * `invalid` `memory.scope_invalid`; ids of other spaces are simply not found.
 */
export interface Memory {
  /**
   * Stores a turn or a note; it is found by the next recall of every process. A repeated note raises the importance of
   * the first one instead; one that was forgotten comes back. New turns start consolidation after a while by themselves.
   *
   * @throws Refusal `invalid` `memory.content_empty`, `memory.content_too_long`, `memory.content_binary` (NUL bytes or
   *   lone surrogates), `memory.invalid` (any other field).
   */
  remember(scope: MemoryScope, memory: NewMemory): Promise<Remembered>;
  /**
   * Stores many in one transaction, all or none, answers in the order given. Repetitions inside the list are kept for
   * turns (people repeat themselves) and merged for notes. At most 10,000.
   *
   * @throws like `remember`; `details.errors` points to the element (`/17/content`).
   */
  rememberMany(scope: MemoryScope, memories: readonly NewMemory[]): Promise<readonly Remembered[]>;
  /**
   * Finds the memories that answer a query best. Forgotten ones are never among them. Counts as access to the results
   * (written within a second, not on the way). Only a hash of the analysed query is kept.
   *
   * @throws Refusal `invalid` `memory.query_invalid`, `not_found` `memory.unknown_strategy`.
   */
  recall(scope: MemoryScope, request: RecallRequest): Promise<Recall>;
  /**
   * Tells that recalled memories went into a prompt, so that the same text is not remembered again when it comes back in
   * an answer or a message (for a day, per space; only hashes are kept). With `answerId` (UUID), feedback on that answer
   * reaches the recall.
   *
   * @throws Refusal `not_found` `memory.recall_not_found`.
   */
  noteInjected(
    scope: MemoryScope,
    recallId: string,
    passages: readonly InjectedPassage[],
    answerId?: string,
  ): Promise<void>;
  /**
   * A person's judgement; the strategy that was used learns from it. A later judgement replaces the earlier one.
   *
   * @param about the id of a recall or of an answer named in `noteInjected`.
   * @throws Refusal `not_found` `memory.recall_not_found` (recalls are kept 30 days), `invalid` `memory.invalid`.
   */
  feedback(scope: MemoryScope, about: string, feedback: Feedback): Promise<void>;
  /**
   * What happened after a recall without a judgement: `cited` (the answer cites results) is good, `followed_up` (the
   * person had to ask again) and `corrected` (the person said otherwise) are bad. Weighs less than feedback; each kind
   * counts once per recall.
   *
   * @throws Refusal `not_found` `memory.recall_not_found`.
   */
  signal(
    scope: MemoryScope,
    about: string,
    signal: ImplicitSignal,
    nodeIds?: readonly string[],
  ): Promise<void>;
  /** The retrieval strategies, in a fixed order, and how well each served this space. */
  strategies(scope: MemoryScope): Promise<readonly StrategyReport[]>;
  /** How much is remembered. One indexed row: cheap enough for every page. */
  stats(scope: MemoryScope): Promise<MemoryStats>;
  /**
   * Memories by filters, newest made first, page by page.
   *
   * @throws Refusal `invalid` `memory.invalid` (bad cursor or limit).
   */
  list(scope: MemoryScope, filters?: NodeFilters): Promise<Page<MemoryNode>>;
  /**
   * One memory with sources and derived memories; a forgotten one is found too (`deletedAt` says so).
   *
   * @throws Refusal `not_found` `memory.node_not_found`.
   */
  get(scope: MemoryScope, id: string): Promise<MemoryNodeDetail>;
  /**
   * Changes label or importance of any memory, or the words of a note. New words for a turn make a correction: a note
   * linked `corrects`, which is what is answered; the turn itself stays as it was said.
   *
   * @throws Refusal `not_found` `memory.node_not_found`, `conflict` `memory.content_derived` (words of levels 1 to 3),
   *   `conflict` `memory.duplicate` (another note says the same), and those of `remember`.
   */
  update(scope: MemoryScope, id: string, change: NodeChange): Promise<MemoryNode>;
  /**
   * Forgets a memory and everything made of it alone; what has other sources is summarised again without it. Can be
   * restored until garbage collection deletes it for good. Answers how many memories went.
   *
   * @throws Refusal `not_found` `memory.node_not_found`.
   */
  forget(scope: MemoryScope, id: string): Promise<{ readonly forgotten: number }>;
  /** Forgets all turns of a session, like `forget` for each; 0 when there are none. */
  forgetSession(scope: MemoryScope, sessionId: string): Promise<{ readonly forgotten: number }>;
  /**
   * Brings a forgotten memory back with everything that went along with it.
   *
   * @throws Refusal `not_found` `memory.node_not_found`, `conflict` `memory.node_not_forgotten`.
   */
  restore(scope: MemoryScope, id: string): Promise<MemoryNode>;
  /**
   * Deletes for good, at once: the memory, what was made of it alone, edges, vectors, traces in logs, index and caches.
   * What has other sources is summarised again without it. `all` empties the space, what was learned included.
   * Answers how many memories went.
   *
   * @throws Refusal `not_found` `memory.node_not_found`.
   */
  purge(scope: MemoryScope, target: string): Promise<{ readonly forgotten: number }>;
  /**
   * Soft-deletes memories with importance below 0.2, never accessed and older than 30 days; hard-deletes those
   * soft-deleted more than 7 days ago, at most 1,000 a batch, edges with them (ages: configuration). The parts are
   * independent. For `all`, over every space.
   */
  collectGarbage(scope: MemoryScope | 'all', options?: GarbageOptions): Promise<GarbageReport>;
  /**
   * Makes episodes, facts, topics and themes from what is new. Repeating it changes nothing; an interrupted run leaves
   * whole levels only and is continued by the next. One at a time per space.
   *
   * @throws the signal's reason when aborted.
   */
  consolidate(scope: MemoryScope, options?: ConsolidationOptions): Promise<ConsolidationOutcome>;
  /**
   * Memories and edges to draw.
   *
   * @throws Refusal `not_found` `memory.node_not_found` (centre), `invalid` `memory.invalid`.
   */
  graph(scope: MemoryScope, request?: GraphRequest): Promise<MemoryGraph>;
  /** Everything live, as lines that `importLines` reads back; a consistent state. Leaving the loop early is fine. */
  exportLines(scope: MemoryScope): AsyncIterable<ExportLine>;
  /**
   * Reads JSON lines: an export (`type` is `memory`, `node` or `edge`) or turns `{session_id, speaker?, content,
   * occurred_at?, …}`; blank lines are skipped. All or nothing. Memories whose id exists elsewhere get new ids. At most
   * 100,000 lines.
   *
   * @throws Refusal `invalid` `memory.import_invalid`; `details.errors` points to lines (`/lines/12/content`), the
   *   first 100 of them.
   */
  importLines(scope: MemoryScope, lines: Iterable<string> | AsyncIterable<string>): Promise<ImportReport>;
}

/** The name under which `Memory` is used by other modules. */
export const memoryRef = defineRef<Memory>('memory');
