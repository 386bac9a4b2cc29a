import type { Llm } from '#capabilities/llm/server';
import type { AnswerRecord } from '../conversations/conversation.ts';
import type { Usage } from '../usage/usage.ts';
import { type AnswerDraft, continuedRecord, recordOf } from './answer-draft.ts';
import type { Archive } from './archive.ts';
import type { FinishedAnswer } from './exchange-events.ts';
import type { Question } from './question.ts';
import type { Run } from './run.ts';

interface Dependencies {
  readonly archive: Pick<Archive, 'addAnswer' | 'extendAnswer'>;
  readonly usage: Pick<Usage, 'costOf' | 'currency' | 'record'>;
  readonly llm: Pick<Llm, 'countTokens' | 'status'>;
  readonly tokenBudget: number;
}

/** An answer as it stands at some moment. */
interface Standing {
  readonly id: string;
  readonly draft: AnswerDraft;
  /** Undefined: it was not even begun. */
  readonly question: Question | undefined;
  readonly latencyMs: number;
}

/** Books what an answer used and keeps what was said of it; undefined when nothing was. */
export type KeepAnswer = (run: Run, standing: Standing) => Promise<FinishedAnswer | undefined>;

export function createKeepAnswer({ archive, usage, llm, tokenBudget }: Dependencies): KeepAnswer {
  /** Tokens of an answer whose model was stopped before it told them. */
  function estimate(draft: AnswerDraft, question: Question): void {
    if (draft.isOffline || draft.outputTokens > 0) return;
    const said = question.history.reduce((sum, { content }) => sum + llm.countTokens(content), 0);
    draft.inputTokens = Math.min(tokenBudget, said + llm.countTokens(question.text));
    draft.outputTokens = llm.countTokens(draft.text);
    const [model] = llm.status().models;
    if (model !== undefined) draft.model ??= `${model.provider}:${model.model}`;
  }

  async function write(
    { utterance, asked, begun }: Run,
    { id, draft }: Standing,
    record: AnswerRecord,
  ): Promise<Date> {
    const { workspace } = utterance;
    const { text } = draft;
    if (begun !== undefined) {
      await archive.extendAnswer(workspace, id, text, record);
      return begun.createdAt;
    }
    const title = asked.history.length === 0 ? draft.title : undefined;
    return archive.addAnswer(workspace, asked, { id, text, record, title });
  }

  return async (run, standing) => {
    const { utterance, role, asked, recalled, reservation, begun } = run;
    const { workspace } = utterance;
    const { id, draft, question, latencyMs } = standing;
    if (question !== undefined) estimate(draft, question);
    const { model, inputTokens, outputTokens } = draft;
    const settle = reservation?.settle ?? ((used) => usage.record(workspace, used));
    await settle({
      id,
      role: role.name,
      conversationId: asked.conversation.id,
      model,
      latencyMs,
      inputTokens,
      outputTokens,
      toolNames: draft.toolCalls.map(({ name }) => name),
    });
    if (draft.text === '' && draft.artifacts.length === 0) return undefined;
    const figures = {
      memoriesUsed: recalled.memories.length,
      cost: usage.costOf(model, { input: inputTokens, output: outputTokens }),
      currency: usage.currency,
      processingTimeMs: latencyMs,
    };
    const record = continuedRecord(begun?.answer ?? undefined, recordOf(draft, figures));
    return {
      ...record,
      id,
      questionId: asked.question.id,
      conversationId: asked.conversation.id,
      role: role.name,
      text: `${begun?.content ?? ''}${draft.text}`,
      createdAt: await write(run, standing, record),
    };
  };
}
