import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Llm } from '#capabilities/llm/server';
import type { Tenants, Workspace } from '#capabilities/tenants/server';
import { detectLanguage } from '#platform/server/language';
import type { Log } from '#platform/server/telemetry';
import type { Attachments } from '../attachments/attachments.ts';
import type { AnswerRecord, Conversation, Message, Warning } from '../conversations/conversation.ts';
import type { Role } from '../roles/role.ts';
import type { Roles } from '../roles/roles.ts';
import type { Reservation, Usage } from '../usage/usage.ts';
import { type AnswerDraft, type AnswerPiece, emptyDraft, recordOf } from './answer-draft.ts';
import type { Archive, Asked } from './archive.ts';
import { offlineFollowUps } from './follow-ups.rules.ts';
import type { createModelAnswer } from './model-answer.ts';
import type { createOfflineAnswer } from './offline-answer.ts';
import type { ProjectAccess } from './project-access.ts';
import type { Question } from './question.ts';
import type { Recalled, Remembering } from './remembering.ts';

export interface Utterance {
  readonly workspace: Workspace;
  /** Of the request; the words of the question tell better. */
  readonly locale: 'ru' | 'en';
  readonly signal: AbortSignal;
}

export interface Ask extends Utterance {
  readonly role: string;
  readonly text: string;
  readonly conversationId?: string;
  readonly projectId?: string;
  readonly fileIds?: readonly string[];
  readonly editOf?: string;
}

/** An answer that is complete, was stopped or broke off. */
export interface FinishedAnswer extends AnswerRecord {
  readonly id: string;
  readonly questionId: string;
  readonly conversationId: string;
  readonly role: string;
  readonly text: string;
  readonly createdAt: Date;
}

export type ExchangeEvent =
  | {
      readonly kind: 'start';
      readonly id: string;
      readonly questionId: string;
      readonly conversation: Conversation;
      readonly isOffline: boolean;
      readonly memoriesUsed: number;
      readonly isContinued: boolean;
    }
  | AnswerPiece
  | { readonly kind: 'done'; readonly answer: FinishedAnswer }
  /** The person stopped it; undefined when nothing had been said. */
  | { readonly kind: 'stopped'; readonly answer: FinishedAnswer | undefined };

export type ExchangeStream = AsyncGenerator<ExchangeEvent, void>;

/** One question and its answer. Nothing happens before the first iteration; leaving early keeps what was said. */
export interface Exchange {
  /**
   * @throws Refusal `not_found` `assistants.{role,conversation,message,file,project}_not_found`,
   *   `forbidden` `tenants.role_too_low` (viewers ask nothing), `limited` `assistants.budget_exhausted`,
   *   `invalid` `assistants.too_long`, and those of `llm.chat`.
   */
  ask(ask: Ask): ExchangeStream;
  /** Answers a question once more; both answers stay, as branches. @throws as `ask`. */
  regenerate(utterance: Utterance, answerId: string): ExchangeStream;
  /** Adds to an answer that is not complete. @throws as `ask`, and `conflict` `assistants.nothing_to_continue`. */
  continue(utterance: Utterance, answerId: string): ExchangeStream;
}

interface Dependencies {
  readonly tenants: Tenants;
  readonly roles: Roles;
  readonly attachments: Attachments;
  readonly projectAccess: ProjectAccess;
  readonly archive: Archive;
  readonly remembering: Remembering;
  readonly usage: Usage;
  readonly llm: Llm;
  readonly modelAnswer: ReturnType<typeof createModelAnswer>;
  readonly offlineAnswer: ReturnType<typeof createOfflineAnswer>;
  readonly countRequest: (role: Role) => void;
  readonly clock: Clock;
  readonly log: Log;
  readonly tokenBudget: number;
}

/** A question that is to be answered now. */
interface Run {
  readonly utterance: Utterance;
  readonly role: Role;
  readonly asked: Asked;
  readonly recalled: Recalled;
  readonly reservation: Reservation | undefined;
  /** The answer that is continued. */
  readonly begun: Message | undefined;
}

const defaultOutput = 3_000;
const mostFilesOfBranch = 20;

const nearlyUsedUp = {
  company: {
    ru: 'Бюджет компании на языковые модели использован больше чем на 80 %.',
    en: 'More than 80 % of your company’s budget for language models is used.',
  },
  mine: {
    ru: 'Ваш бюджет на языковые модели использован больше чем на 80 %.',
    en: 'More than 80 % of your budget for language models is used.',
  },
} as const;

export function createExchange(dependencies: Dependencies): Exchange {
  const { tenants, roles, attachments, projectAccess, archive, remembering, usage, llm } = dependencies;
  const { modelAnswer, offlineAnswer, countRequest, clock, log, tokenBudget } = dependencies;

  function localeOf(text: string, fallback: 'ru' | 'en'): 'ru' | 'en' {
    return /\p{L}{2}/u.test(text) ? detectLanguage(text.slice(0, 2_000)) : fallback;
  }

  /** Sets tokens aside; nothing to pay for without a model. */
  async function reserve(workspace: Workspace, role: Role, text: string): Promise<Reservation | undefined> {
    const { offline, models } = llm.status();
    if (offline) return undefined;
    const output = role.definition.model.max_output_tokens ?? defaultOutput;
    const input = Math.min(tokenBudget, llm.countTokens(text) + 2_000);
    return usage.reserve(workspace, {
      input,
      output,
      models: models.map(({ provider, model }) => `${provider}:${model}`),
    });
  }

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

  /** Tokens of an answer whose model was stopped before it told them. */
  function estimate(draft: AnswerDraft, question: Question): void {
    if (draft.isOffline || draft.outputTokens > 0) return;
    const said = question.history.reduce((sum, { content }) => sum + llm.countTokens(content), 0);
    draft.inputTokens = Math.min(tokenBudget, said + llm.countTokens(question.text));
    draft.outputTokens = llm.countTokens(draft.text);
    const [model] = llm.status().models;
    if (model !== undefined) draft.model ??= `${model.provider}:${model.model}`;
  }

  async function* run(prepared: Run): ExchangeStream {
    const { utterance, role, asked, recalled, reservation, begun } = prepared;
    const { workspace, signal } = utterance;
    const started = performance.now();
    const draft = emptyDraft();
    const id = begun?.id ?? newId(clock().getTime());
    let question: Question | undefined;
    let isKept = false;

    /** Keeps what there is, once; undefined when nothing was said. */
    const keep = async (): Promise<FinishedAnswer | undefined> => {
      if (isKept) return undefined;
      isKept = true;
      if (question !== undefined) estimate(draft, question);
      const latencyMs = Math.round(performance.now() - started);
      const { model, inputTokens, outputTokens } = draft;
      const cost = usage.costOf(model, { input: inputTokens, output: outputTokens });
      const figures = {
        memoriesUsed: recalled.memories.length,
        cost,
        currency: usage.currency,
        processingTimeMs: latencyMs,
      };
      const hasSaid = draft.text !== '' || draft.artifacts.length > 0;
      const settled = { id, role: role.name, conversationId: asked.conversation.id, model, latencyMs };
      const toolNames = draft.toolCalls.map(({ name }) => name);
      const settle = reservation?.settle ?? ((used) => usage.record(workspace, used));
      await settle({ ...settled, inputTokens, outputTokens, toolNames });
      if (!hasSaid) return undefined;
      const record = merged(begun?.answer ?? undefined, recordOf(draft, figures));
      let createdAt = begun?.createdAt ?? clock();
      if (begun === undefined)
        createdAt = await archive.addAnswer(workspace, asked, {
          id,
          text: draft.text,
          record,
          title: asked.history.length === 0 ? draft.title : undefined,
        });
      else await archive.extendAnswer(workspace, id, draft.text, record);
      return {
        ...record,
        id,
        questionId: asked.question.id,
        conversationId: asked.conversation.id,
        role: role.name,
        text: `${begun?.content ?? ''}${draft.text}`,
        createdAt,
      };
    };

    try {
      countRequest(role);
      question = await questionOf(prepared);
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
      await remembering.remember(workspace, role, {
        conversationId: asked.conversation.id,
        answerId: id,
        question: begun === undefined ? asked.question.content : '',
        answer: answer.offline || answer.interrupted ? undefined : draft.text,
        recalled,
      });
      yield { kind: 'done', answer };
    } catch (error) {
      if (!signal.aborted) throw error;
      log.debug({}, 'An answer was stopped');
      yield { kind: 'stopped', answer: await keep() };
    } finally {
      // The client went away in the middle or something failed: what was said so far is kept.
      await keep();
    }
  }

  async function* ask(question: Ask): ExchangeStream {
    const { workspace, text, projectId, fileIds = [], conversationId, editOf } = question;
    tenants.requireRole(workspace, 'member');
    const role = await roles.get(workspace, question.role);
    if (projectId !== undefined) await projectAccess.check(workspace, projectId);
    if (conversationId !== undefined) await archive.find(workspace, conversationId);
    const reservation = await reserve(workspace, role, text);
    let asked: Asked;
    let recalled: Recalled;
    try {
      recalled = await remembering.recall(workspace, role, text, conversationId);
      const made = { role: role.name, text, conversationId, projectId, fileIds, editOf };
      asked = await archive.ask(workspace, made);
    } catch (error) {
      await reservation?.release();
      throw error;
    }
    yield* run({ utterance: question, role, asked, recalled, reservation, begun: undefined });
  }

  async function* again(utterance: Utterance, answerId: string, isContinued: boolean): ExchangeStream {
    const { workspace } = utterance;
    tenants.requireRole(workspace, 'member');
    const { answer, ...asked } = await archive.askedFor(workspace, answerId);
    const role = await roles.get(workspace, asked.conversation.role);
    if (isContinued && (answer.answer?.interrupted !== true || llm.status().offline))
      throw new Refusal(
        'conflict',
        'assistants.nothing_to_continue',
        'This answer is complete, or no language model is there to go on with it.',
      );
    const text = asked.question.content;
    const recalled = await remembering.recall(workspace, role, text, asked.conversation.id);
    const reservation = await reserve(workspace, role, text);
    yield* run({
      utterance,
      role,
      asked,
      recalled,
      reservation,
      begun: isContinued ? answer : undefined,
    });
  }

  return {
    ask,
    regenerate: (utterance, answerId) => again(utterance, answerId, false),
    continue: (utterance, answerId) => again(utterance, answerId, true),
  };
}

function budgetWarning(whose: 'company' | 'mine', locale: 'ru' | 'en'): Warning {
  return { kind: 'budget', message: nearlyUsedUp[whose][locale] };
}

/** The record of an answer that was continued: what came before, and what was added. */
function merged(before: AnswerRecord | undefined, added: AnswerRecord): AnswerRecord {
  if (before === undefined) return added;
  return {
    ...added,
    citations: [...before.citations, ...added.citations],
    toolCalls: [...before.toolCalls, ...added.toolCalls],
    artifacts: [...before.artifacts, ...added.artifacts],
    warnings: [...before.warnings, ...added.warnings],
    inputTokens: before.inputTokens + added.inputTokens,
    outputTokens: before.outputTokens + added.outputTokens,
    cost: before.cost + added.cost,
    processingTimeMs: before.processingTimeMs + added.processingTimeMs,
  };
}
