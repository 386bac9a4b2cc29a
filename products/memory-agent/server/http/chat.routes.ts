import { Refusal } from '#base/refusal';
import type { RouteRequest, ServerSentEvent } from '#platform/server/http';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { FinishedAnswer, MemoryAgent, Utterance } from '../index.ts';
import { presentAnswer, presentConversation, presentMessage } from './present-chat.ts';

type ChatRequest = Pick<RouteRequest<typeof contract.chat>, 'body' | 'caller' | 'locale' | 'signal'>;

function utteranceOf({ body, caller, locale, signal }: ChatRequest): Utterance {
  const conversation = body.conversation_id === undefined ? {} : { conversationId: body.conversation_id };
  return { ownerId: caller.userId, text: body.message, locale, signal, ...conversation };
}

async function* eventsOf(agent: MemoryAgent, request: ChatRequest): AsyncIterable<ServerSentEvent> {
  for await (const event of agent.exchange(utteranceOf(request))) {
    if (event.kind === 'start') {
      const { id, conversationId, contextCount, strategiesUsed } = event;
      yield {
        event: 'start',
        data: {
          id,
          conversation_id: conversationId,
          context_count: contextCount,
          strategies_used: strategiesUsed,
        },
      };
    } else if (event.kind === 'text') {
      yield { event: 'text', data: { text: event.text } };
    } else {
      yield {
        event: 'done',
        data: { ...presentAnswer(event.answer), interrupted: event.answer.interrupted },
      };
    }
  }
}

async function answerTo(agent: MemoryAgent, request: ChatRequest): Promise<FinishedAnswer> {
  for await (const event of agent.exchange(utteranceOf(request))) {
    if (event.kind === 'done' && !event.answer.interrupted) return event.answer;
  }
  throw new Refusal(
    'unavailable',
    'llm.interrupted',
    'The answer broke off. What you said is kept; please ask again.',
  );
}

/** Talking with the agent. */
export function serveChat({ mount, service: agent }: ServeDoor<MemoryAgent>): void {
  mount(contract.chat, async (request) => presentAnswer(await answerTo(agent, request)));
  mount(contract.chatStream, (request) => eventsOf(agent, request));

  mount(contract.giveFeedback, async ({ caller, params, body }) => {
    const reason = body.reason === undefined ? {} : { reason: body.reason };
    await agent.conversations.judge(caller.userId, params.id, { useful: body.useful, ...reason });
    return { status: 'recorded' as const };
  });

  mount(contract.agentStatus, () => {
    const { offline, models } = agent.status();
    return { offline, models: models.map(({ provider, model }) => `${provider}:${model}`) };
  });
}

/** What was said before. */
export function serveConversations({ mount, service: { conversations } }: ServeDoor<MemoryAgent>): void {
  mount(contract.listConversations, async ({ caller, query }) => {
    const page = await conversations.list(caller.userId, {
      limit: query.limit ?? 20,
      ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
      ...(query.q === undefined ? {} : { search: query.q }),
    });
    return { items: page.items.map(presentConversation), next_cursor: page.nextCursor };
  });

  mount(contract.getConversation, async ({ caller, params, query }) => {
    const { conversation, messages } = await conversations.read(caller.userId, params.id, {
      limit: query.limit ?? 50,
      ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
    });
    return {
      conversation: presentConversation(conversation),
      items: messages.items.map(presentMessage),
      next_cursor: messages.nextCursor,
    };
  });

  mount(contract.renameConversation, async ({ caller, params, body }) =>
    presentConversation(await conversations.rename(caller.userId, params.id, body.title)),
  );

  mount(contract.deleteConversation, ({ caller, params, query }) =>
    conversations.delete(caller.userId, params.id, { forget: query.forget ?? false }),
  );
}
