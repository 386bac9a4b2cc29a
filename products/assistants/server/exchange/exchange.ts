import { Refusal } from '#base/refusal';
import type { Llm } from '#capabilities/llm/server';
import type { Tenants, Workspace } from '#capabilities/tenants/server';
import type { Role } from '../roles/role.ts';
import type { Roles } from '../roles/roles.ts';
import type { Reservation, Usage } from '../usage/usage.ts';
import type { Answering } from './answering.ts';
import type { Archive, Asked } from './archive.ts';
import type { Ask, ExchangeStream, Utterance } from './exchange-events.ts';
import type { ProjectAccess } from './project-access.ts';
import type { Recalled, Remembering } from './remembering.ts';

export type { Ask, ExchangeEvent, ExchangeStream, FinishedAnswer, Utterance } from './exchange-events.ts';

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
  readonly projectAccess: ProjectAccess;
  readonly archive: Archive;
  readonly remembering: Pick<Remembering, 'recall'>;
  readonly usage: Pick<Usage, 'reserve'>;
  readonly llm: Pick<Llm, 'countTokens' | 'status'>;
  readonly answering: Answering;
  readonly tokenBudget: number;
}

const defaultOutput = 3_000;

export function createExchange(dependencies: Dependencies): Exchange {
  const { tenants, roles, projectAccess, archive, remembering, usage, llm, answering, tokenBudget } =
    dependencies;

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
    yield* answering({ utterance: question, role, asked, recalled, reservation, begun: undefined });
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
    yield* answering({
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
