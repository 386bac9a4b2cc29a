import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { LevelName } from './nodes.ts';

const chats = { access: 'signed-in', scope: 'memory:chat' } as const;

/** A memory the answer stands on. `marker` is the number in square brackets in the text. */
export const Citation = Type.Object({
  marker: Type.Integer({ minimum: 1 }),
  node_id: Id,
  label: Type.String(),
  level: LevelName,
  excerpt: Type.String(),
  occurred_at: Nullable(Instant),
});

export type Citation = Static<typeof Citation>;

const Message = Type.Object({
  message: Type.String({ minLength: 1, maxLength: 8_000, pattern: '\\S' }),
  conversation_id: Type.Optional(Id),
});

export const ChatReply = Type.Object({
  /** The answer's id, for feedback. */
  id: Id,
  conversation_id: Id,
  response: Type.String(),
  /** Memories the prompt held. */
  context_count: Type.Integer({ minimum: 0 }),
  strategies_used: Type.Array(Type.String()),
  processing_time_ms: Type.Number(),
  citations: Type.Array(Citation),
  /** True when no language model answered: the text is taken from memories. */
  offline: Type.Boolean(),
  tokens_used: Type.Integer({ minimum: 0 }),
});

export type ChatReply = Static<typeof ChatReply>;

export const chat = defineRoute({
  method: 'POST',
  path: '/chat',
  name: 'memory.chat',
  summary: 'Say something to the agent; it answers from what it remembers and remembers the exchange',
  ...chats,
  body: Message,
  reply: ChatReply,
  idempotent: true,
  rateLimit: { max: 60, windowSeconds: 60 },
  refusals: ['memory.conversation_not_found', 'llm.budget_exhausted'],
});

/**
 * The same as a stream: `start {id, conversation_id, context_count, strategies_used}`, `text {text}` again and again,
 * `done` (a `ChatReply`), or `error` (a problem).
 */
export const chatStream = defineRoute({
  method: 'POST',
  path: '/chat/stream',
  name: 'memory.chat_stream',
  summary: 'Say something to the agent and read the answer while it is made',
  ...chats,
  body: Message,
  streams: 'sse',
  rateLimit: { max: 60, windowSeconds: 60 },
  refusals: ['memory.conversation_not_found', 'llm.budget_exhausted'],
});

export const feedbackReasons = [
  'wrong',
  'outdated',
  'irrelevant',
  'incomplete',
  'invented',
  'helpful',
  'precise',
] as const;

export const giveFeedback = defineRoute({
  method: 'POST',
  path: '/chat/:id/feedback',
  name: 'memory.give_feedback',
  summary: 'Tell whether an answer was useful, and why; the strategies learn from it',
  ...chats,
  params: IdParams,
  body: Type.Object({
    useful: Type.Boolean(),
    reason: Type.Optional(
      Type.Enum(['wrong', 'outdated', 'irrelevant', 'incomplete', 'invented', 'helpful', 'precise']),
    ),
    comment: Type.Optional(Type.String({ maxLength: 2_000 })),
  }),
  reply: Type.Object({ status: Type.Enum(['recorded']) }),
  status: 200,
  refusals: ['memory.answer_not_found'],
});

export const Conversation = Type.Object({
  id: Id,
  title: Type.String(),
  created_at: Instant,
  updated_at: Instant,
  message_count: Type.Integer({ minimum: 0 }),
});

export type Conversation = Static<typeof Conversation>;

export const ConversationMessage = Type.Object({
  id: Id,
  role: Type.Enum(['user', 'agent']),
  content: Type.String(),
  created_at: Instant,
  /** On answers only. */
  context_count: Type.Optional(Type.Integer()),
  strategies_used: Type.Optional(Type.Array(Type.String())),
  processing_time_ms: Type.Optional(Type.Number()),
  citations: Type.Optional(Type.Array(Citation)),
  offline: Type.Optional(Type.Boolean()),
  feedback: Type.Optional(Nullable(Type.Object({ useful: Type.Boolean(), reason: Nullable(Type.String()) }))),
});

export type ConversationMessage = Static<typeof ConversationMessage>;

export const listConversations = defineRoute({
  method: 'GET',
  path: '/chat/conversations',
  name: 'memory.list_conversations',
  summary: 'My conversations, the one used last first',
  ...chats,
  query: Type.Object({ ...pageQuery, q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) }),
  reply: PageOf(Conversation),
});

export const getConversation = defineRoute({
  method: 'GET',
  path: '/chat/conversations/:id',
  name: 'memory.get_conversation',
  summary: 'The messages of a conversation, oldest first; `cursor` goes back in time',
  ...chats,
  params: IdParams,
  query: Type.Object({ ...pageQuery }),
  reply: Type.Object({
    conversation: Conversation,
    items: Type.Array(ConversationMessage),
    next_cursor: Nullable(Type.String()),
  }),
  refusals: ['memory.conversation_not_found'],
});

export const renameConversation = defineRoute({
  method: 'PATCH',
  path: '/chat/conversations/:id',
  name: 'memory.rename_conversation',
  summary: 'Give a conversation another title',
  ...chats,
  params: IdParams,
  body: Type.Object({ title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) }),
  reply: Conversation,
  refusals: ['memory.conversation_not_found'],
});

export const deleteConversation = defineRoute({
  method: 'DELETE',
  path: '/chat/conversations/:id',
  name: 'memory.delete_conversation',
  summary: 'Delete a conversation; with `forget`, also forget what was remembered from it',
  ...chats,
  params: IdParams,
  query: Type.Object({ forget: Type.Optional(Type.Boolean()) }),
  status: 204,
  refusals: ['memory.conversation_not_found'],
});

export const agentStatus = defineRoute({
  method: 'GET',
  path: '/chat/status',
  name: 'memory.agent_status',
  summary: 'Which language model answers, or that none is configured',
  ...chats,
  reply: Type.Object({ offline: Type.Boolean(), models: Type.Array(Type.String()) }),
});
