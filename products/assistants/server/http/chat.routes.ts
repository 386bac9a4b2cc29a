import { Refusal } from '#base/refusal';
import type { Tenants } from '#capabilities/tenants/server';
import type { RouteRequest, ServerSentEvent } from '#platform/server/http';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { AssistantsService } from '../assistants.ts';
import type { Ask, ExchangeEvent, ExchangeStream, FinishedAnswer, Utterance } from '../exchange/exchange.ts';
import { createChatSocket } from '../live/chat-socket.ts';
import { presentEvent, presentRefusal, presentReply } from './present-chat.ts';
import { workspaceOf } from './workspace.ts';

type Request = Pick<RouteRequest<typeof contract.regenerate>, 'caller' | 'header' | 'locale' | 'signal'>;

async function utteranceOf(tenants: Tenants, request: Request): Promise<Utterance> {
  const { locale, signal } = request;
  return { workspace: await workspaceOf(tenants, request), locale, signal };
}

/** The question of a body in wire names. */
function askOf(utterance: Utterance, role: string, body: contract.ChatMessage): Ask {
  const { message, conversation_id, project_id, file_ids, edit_of } = body;
  return {
    ...utterance,
    role,
    text: message,
    ...(conversation_id === undefined ? {} : { conversationId: conversation_id }),
    ...(project_id === undefined ? {} : { projectId: project_id }),
    ...(file_ids === undefined ? {} : { fileIds: file_ids }),
    ...(edit_of === undefined ? {} : { editOf: edit_of }),
  };
}

async function* eventsOf(stream: ExchangeStream): AsyncIterable<ServerSentEvent> {
  for await (const event of stream) yield presentEvent(event);
}

async function answerOf(stream: ExchangeStream): Promise<FinishedAnswer> {
  for await (const event of stream) {
    if (event.kind === 'done') return event.answer;
    if (event.kind === 'stopped' && event.answer !== undefined) return event.answer;
  }
  throw new Refusal('unavailable', 'assistants.stopped', 'The answer was stopped before it began.');
}

/** Talking with the assistants. */
export function mountChat({ mount, socket, service, platform: { log } }: ServeDoor<AssistantsService>): void {
  const { exchange, tenants, toolbox, llm } = service;

  mount(contract.chat, async (request) => {
    const utterance = await utteranceOf(tenants, request);
    return presentReply(await answerOf(exchange.ask(askOf(utterance, request.params.role, request.body))));
  });
  mount(contract.chatStream, async (request) => {
    const utterance = await utteranceOf(tenants, request);
    return eventsOf(exchange.ask(askOf(utterance, request.params.role, request.body)));
  });
  mount(contract.regenerate, async (request) =>
    presentReply(await answerOf(exchange.regenerate(await utteranceOf(tenants, request), request.params.id))),
  );
  mount(contract.regenerateStream, async (request) =>
    eventsOf(exchange.regenerate(await utteranceOf(tenants, request), request.params.id)),
  );
  mount(contract.continueAnswer, async (request) =>
    presentReply(await answerOf(exchange.continue(await utteranceOf(tenants, request), request.params.id))),
  );
  mount(contract.continueStream, async (request) =>
    eventsOf(exchange.continue(await utteranceOf(tenants, request), request.params.id)),
  );
  mount(contract.assistantsStatus, ({ locale }) => {
    const { offline, models, note } = llm.status();
    return {
      offline,
      models: models.map(({ provider, model }) => `${provider}:${model}`),
      note: note[locale],
      tools: toolbox.all.map(({ name, title, group, description }) => ({
        name,
        title: title[locale],
        group,
        description,
      })),
    };
  });
  const present = (event: ExchangeEvent) => {
    const { event: type, data } = presentEvent(event);
    return { type, data };
  };
  socket('/api/assistants/ws', createChatSocket({ exchange, tenants, log, present, presentRefusal }));
}
