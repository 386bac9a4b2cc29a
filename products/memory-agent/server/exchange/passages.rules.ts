import type { Passage } from '#capabilities/llm/server';
import type { RecallResult } from '#capabilities/memory/server';
import type { Citation } from '../conversations/conversation.ts';
import { isQuestion } from './utterance.rules.ts';

const excerptLength = 280;

/**
 * Chooses what of a recall goes into the prompt, best first, within a budget of tokens. Bare questions are left
 * out: an earlier "Where do I live?" resembles the question most and answers nothing. So are memories that are on the
 * screen anyway (`shown`) and repetitions.
 */
export function choosePassages(
  results: readonly RecallResult[],
  options: {
    readonly tokenBudget: number;
    readonly countTokens: (text: string) => number;
    readonly shown: ReadonlySet<string>;
  },
): readonly RecallResult[] {
  const chosen: RecallResult[] = [];
  const seen = new Set<string>();
  let left = options.tokenBudget;
  for (const result of results) {
    const { content } = result.node;
    if (isQuestion(content) || options.shown.has(content) || seen.has(content)) continue;
    const cost = options.countTokens(content);
    if (cost > left) continue;
    seen.add(content);
    chosen.push(result);
    left -= cost;
  }
  return chosen;
}

/** The recalled question right before a memory in its session, if any: what the memory replies to. */
function repliedQuestion({ node }: RecallResult, recalled: readonly RecallResult[]): string | undefined {
  if (node.sessionId === null || node.level !== 0) return undefined;
  const before = recalled.find(
    ({ node: other }) =>
      other.sessionId === node.sessionId && other.level === 0 && other.ordinal === node.ordinal - 1,
  );
  return before !== undefined && isQuestion(before.node.content) ? before.node.content : undefined;
}

/** A recalled memory as the model gets it; `recalled` is everything that was found with it. */
export function passageOf(result: RecallResult, recalled: readonly RecallResult[]): Passage {
  const { node } = result;
  const replyTo = repliedQuestion(result, recalled);
  const caption = node.caption === null ? '' : ` [${node.caption}]`;
  // The label of a note or a fact is the beginning of its own text.
  const repeats = node.content.startsWith(node.label.replace(/…$/u, ''));
  const title = node.speaker ?? (repeats ? undefined : node.label);
  return {
    id: node.id,
    text: `${node.content}${caption}`,
    occurredAt: node.occurredAt,
    ...(title === undefined ? {} : { title }),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}

/** The citation of a passage as readers see it. */
export function citationOf({ node }: RecallResult, marker: number): Citation {
  const excerpt =
    node.content.length <= excerptLength
      ? node.content
      : `${node.content.slice(0, excerptLength).toWellFormed()}…`;
  return {
    marker,
    nodeId: node.id,
    label: node.label,
    level: node.level,
    excerpt,
    occurredAt: node.occurredAt.toISOString(),
  };
}
