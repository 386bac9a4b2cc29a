import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Llm } from '#capabilities/llm/server';
import { detectLanguage } from '#platform/server/language';
import type { Log } from '#platform/server/telemetry';
import type { Attachments } from '../attachments/attachments.ts';
import type { Message } from '../conversations/conversation.ts';
import type { Role } from '../roles/role.ts';
import { type AnswerDraft, type AnswerPiece, emptyDraft } from './answer-draft.ts';
import { budgetWarning } from './budget-warning.rules.ts';
import type { ExchangeStream, FinishedAnswer } from './exchange-events.ts';
import { offlineFollowUps } from './follow-ups.rules.ts';
import type { KeepAnswer } from './keep-answer.ts';
import type { createModelAnswer } from './model-answer.ts';
import type { createOfflineAnswer } from './offline-answer.ts';
import type { Question } from './question.ts';
import type { Remembering } from './remembering.ts';
import type { Run } from './run.ts';

interface Dependencies {
  readonly attachments: Pick<Attachments, 'read' | 'forTools'>;
  readonly remembering: Pick<Remembering, 'remember'>;
  readonly llm: Pick<Llm, 'status'>;
  readonly modelAnswer: ReturnType<typeof createModelAnswer>;
  readonly offlineAnswer: ReturnType<typeof createOfflineAnswer>;
  readonly keepAnswer: KeepAnswer;
  readonly countRequest: (role: Role) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** Makes the answer to a question that stands in its conversation, and keeps it however it ends. */
export type Answering = (run: Run) => ExchangeStream;

const mostFilesOfBranch = 20;

function localeOf(text: string, fallback: 'ru' | 'en'): 'ru' | 'en' {
  return /\p{L}{2}/u.test(text) ? detectLanguage(text.slice(0, 2_000)) : fallback;
}

export function createAnswering(dependencies: Dependencies): Answering {
  const { attachments, remembering, llm, modelAnswer, offlineAnswer } = dependencies;
  const { keepAnswer, countRequest, clock, log } = dependencies;

  async function questionOf({ utterance, role, asked, recalled }: Run): Promise<Question> {
    const { workspace, signal } = utterance;
    const { question, history, conversation } = asked;
    const ids = [question, ...history.toReversed()].flatMap(({ fileIds }) => fileIds);
    const files = await attachments.read(workspace, [...new Set(ids)].slice(0, mostFilesOfBranch));
    return {
      workspace,
      role,
      text: question.content,
      locale: localeOf(question.content, utterance.locale),
      projectId: conversation.projectId ?? undefined,
      history,
      files,
      toolFiles: await attachments.forTools(workspace, files),
      memories: recalled.memories,
      signal,
    };
  }

  async function* piecesOf(
    question: Question,
    draft: AnswerDraft,
    begun: Message | undefined,
  ): AsyncGenerator<AnswerPiece> {
    if (llm.status().offline) {
      yield* offlineAnswer(question, draft, 'offline');
      return;
    }
    const hasAnswered = yield* modelAnswer(question, draft, begun?.content);
    if (!hasAnswered && begun === undefined) yield* offlineAnswer(question, draft, 'failedModel');
  }

  return async function* answering(run) {
    const { utterance, role, asked, recalled, reservation, begun } = run;
    const started = performance.now();
    const draft = emptyDraft();
    const id = begun?.id ?? newId(clock().getTime());
    let question: Question | undefined;
    let isKept = false;

    /** Keeps what there is, once; undefined when nothing was said. */
    const keep = async (): Promise<FinishedAnswer | undefined> => {
      if (isKept) return undefined;
      isKept = true;
      const latencyMs = Math.round(performance.now() - started);
      return keepAnswer(run, { id, draft, question, latencyMs });
    };

    try {
      countRequest(role);
      question = await questionOf(run);
      const { locale } = question;
      if (reservation?.warning !== undefined) draft.warnings.push(budgetWarning(reservation.warning, locale));
      yield {
        kind: 'start',
        id,
        questionId: asked.question.id,
        conversation: asked.conversation,
        isOffline: llm.status().offline,
        memoriesUsed: recalled.memories.length,
        isContinued: begun !== undefined,
      };
      for await (const piece of piecesOf(question, draft, begun)) {
        if (piece.kind === 'text') draft.text += piece.text;
        yield piece;
      }
      if (draft.followUps.length === 0 && draft.isComplete)
        draft.followUps = offlineFollowUps({
          intent: undefined,
          available: new Set(),
          definition: role.definition,
          locale,
          given: { words: question.text },
        });
      const answer = await keep();
      if (answer === undefined)
        throw new Refusal(
          'unavailable',
          'assistants.no_answer',
          'The language model said nothing. Please ask again.',
        );
      await remembering.remember(utterance.workspace, role, {
        conversationId: asked.conversation.id,
        answerId: id,
        question: begun === undefined ? asked.question.content : '',
        answer: answer.offline || answer.interrupted ? undefined : draft.text,
        recalled,
      });
      yield { kind: 'done', answer };
    } catch (error) {
      if (!utterance.signal.aborted) throw error;
      log.debug({}, 'An answer was stopped');
      yield { kind: 'stopped', answer: await keep() };
    } finally {
      // The client went away in the middle or something failed: what was said so far is kept.
      await keep();
    }
  };
}
