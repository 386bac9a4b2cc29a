import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { ChatEvent, ChatMessage, Llm } from '#capabilities/llm/server';
import type { Memory, MemoryScope, Recall } from '#capabilities/memory/server';
import type { Database } from '#platform/server/database';
import type { Log } from '#platform/server/telemetry';
import type { MemoryAgentConfig } from '../config.ts';
import type { AnswerRecord, Citation, Message } from '../conversations/conversation.ts';
import { createArchive } from './archive.ts';
import { createGround } from './ground.ts';
import { citationOf, passageOf } from './passages.rules.ts';
import { systemPrompt } from './prompt.rules.ts';
import { asksAgain, isCorrection, isQuestion } from './utterance.rules.ts';

export interface Utterance {
  readonly ownerId: string;
  readonly text: string;
  /** Left out: a new conversation begins. */
  readonly conversationId?: string;
  readonly locale: 'ru' | 'en';
  readonly signal: AbortSignal;
}

/** An answer that is complete or broke off. */
export interface FinishedAnswer extends AnswerRecord {
  readonly id: string;
  readonly conversationId: string;
  readonly text: string;
}

export type ExchangeEvent =
  | {
      readonly kind: 'start';
      readonly id: string;
      readonly conversationId: string;
      readonly contextCount: number;
      readonly strategiesUsed: readonly string[];
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'done'; readonly answer: FinishedAnswer };

/** One exchange: recall, answer while it is made, remember. */
export type Exchange = (utterance: Utterance) => AsyncIterable<ExchangeEvent>;

interface Dependencies {
  readonly database: Database;
  readonly memory: Memory;
  readonly llm: Llm;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: MemoryAgentConfig;
}

/** A question is worth less in memory than a statement. */
const questionImportance = 0.3;
const agentImportance = 0.3;
const agentName = 'agent';

/**
 * Builds the exchange. What the person said is kept and remembered before the answer is made, so a failing model
 * loses nothing; an answer that breaks off is kept as far as it came. What an offline engine quotes is not remembered
 * again: it is in memory already.
 */
export function createExchange({ database, memory, llm, clock, log, config }: Dependencies): Exchange {
  const archive = createArchive({ database, clock });
  const ground = createGround({ memory, llm, config });

  async function learnFromReaction(
    scope: MemoryScope,
    text: string,
    history: readonly Message[],
  ): Promise<void> {
    const answer = history.at(-1);
    const question = history.at(-2);
    if (answer?.role !== 'agent') return;
    const corrected = isCorrection(text);
    const repeated = !corrected && question !== undefined && asksAgain(text, question.content);
    if (!corrected && !repeated) return;
    await quietly(memory.signal(scope, answer.id, corrected ? 'corrected' : 'followed_up'));
  }

  /** What helps later answers must not fail this one. */
  async function quietly(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      // An answer that recalled nothing has no recall to learn from.
      if (error instanceof Refusal && error.code === 'memory.recall_not_found') return;
      log.warn({ error }, 'A signal to the memory was lost.');
    }
  }

  function recordOf(
    run: { readonly started: number; readonly recall: Recall; readonly contextCount: number },
    citations: readonly Citation[],
    last: (ChatEvent & { readonly kind: 'finish' | 'error' }) | undefined,
  ): AnswerRecord {
    return {
      contextCount: run.contextCount,
      strategiesUsed: [run.recall.strategy],
      processingTimeMs: Math.round(performance.now() - run.started),
      citations,
      offline: last?.offline ?? false,
      tokensUsed: last === undefined ? 0 : last.usage.inputTokens + last.usage.outputTokens,
      interrupted: last?.kind !== 'finish',
    };
  }

  return async function* exchange(utterance) {
    const started = performance.now();
    const { ownerId, text, signal } = utterance;
    const scope: MemoryScope = { ownerId };
    const opened = await archive.open(utterance);
    const { conversationId, history } = opened;
    const { recall, chosen } = await ground(scope, text, { id: conversationId, history });
    const passages = chosen.map((result) => passageOf(result, recall.results));
    const answerId = newId(clock().getTime());

    await learnFromReaction(scope, text, history);
    await archive.addQuestion(ownerId, conversationId, text);
    await memory.remember(scope, {
      content: text,
      sessionId: conversationId,
      speaker: 'user',
      occurredAt: clock(),
      ...(isQuestion(text) ? { importance: questionImportance } : {}),
    });
    // A recall that found nothing has nothing to learn from, and an empty memory keeps no record of it.
    if (recall.results.length > 0) {
      const injected = passages.map((passage) => ({ nodeId: passage.id, text: passage.text }));
      await memory.noteInjected(scope, recall.recallId, injected, answerId);
    }
    yield {
      kind: 'start',
      id: answerId,
      conversationId,
      contextCount: passages.length,
      strategiesUsed: [recall.strategy],
    };

    const citations: Citation[] = [];
    const run = { started, recall, contextCount: passages.length };
    let answered = '';
    let last: (ChatEvent & { readonly kind: 'finish' | 'error' }) | undefined;
    let saved: FinishedAnswer | undefined;
    const save = async (): Promise<FinishedAnswer> => {
      const record = recordOf(run, citations, last);
      saved = { ...record, id: answerId, conversationId, text: answered };
      if (answered !== '') await archive.addAnswer(ownerId, conversationId, answerId, answered, record);
      return saved;
    };

    try {
      const messages: ChatMessage[] = [
        ...history.map(
          ({ role, content }): ChatMessage => ({ role: role === 'agent' ? 'assistant' : 'user', content }),
        ),
        { role: 'user', content: text },
      ];
      const events = llm.chat(
        {
          system: systemPrompt(clock(), utterance.locale),
          messages,
          passages,
          locale: utterance.locale,
          tokenBudget: config.MEMORY_AGENT_PROMPT_TOKENS,
        },
        { owner: ownerId, component: 'chat', signal },
      );
      for await (const event of events) {
        if (event.kind === 'text') {
          answered += event.text;
          yield { kind: 'text', text: event.text };
        } else if (event.kind === 'citation') {
          const cited = chosen.find((result) => result.node.id === event.passageId);
          if (cited !== undefined) citations.push(citationOf(cited, event.marker));
        } else if (event.kind === 'finish' || event.kind === 'error') {
          last = event;
        }
      }
      const answer = await save();
      if (citations.length > 0) {
        await quietly(
          memory.signal(
            scope,
            answerId,
            'cited',
            citations.map((citation) => citation.nodeId),
          ),
        );
      }
      if (!answer.offline && !answer.interrupted) {
        await memory.remember(scope, {
          content: answered,
          sessionId: conversationId,
          speaker: agentName,
          occurredAt: clock(),
          importance: agentImportance,
        });
      }
      yield { kind: 'done', answer };
    } finally {
      // The client went away or the model failed: what was said so far is kept.
      if (saved === undefined && answered !== '') await save();
    }
  };
}
