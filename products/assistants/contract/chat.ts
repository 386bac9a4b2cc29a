import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams } from '#platform/contract';
import { ChatReply } from './answer.ts';
import { RoleParams } from './role.ts';

const chats = { access: 'signed-in', scope: 'assistants:chat' } as const;

/** Characters of one message at most. Longer material goes along as a file. */
export const maxMessage = 60_000;

/** Files of one message at most. */
export const maxMessageFiles = 10;

const question = {
  message: Type.String({ minLength: 1, maxLength: maxMessage, pattern: '\\S' }),
  /** Left out: a new conversation begins. */
  conversation_id: Type.Optional(Id),
  /** The project whose configuration and code ground the answer; left out: the conversation's. */
  project_id: Type.Optional(Id),
  /** Uploaded before (`POST /api/assistants/files`). */
  file_ids: Type.Optional(Type.Array(Id, { maxItems: maxMessageFiles, uniqueItems: true })),
  /** The earlier question that this one replaces: both stay, as branches. Needs `conversation_id`. */
  edit_of: Type.Optional(Id),
};

export const ChatMessage = Type.Object(question);

export type ChatMessage = Static<typeof ChatMessage>;

const talks = {
  bodyLimit: 512 * 1024,
  rateLimit: { max: 60, windowSeconds: 60 },
} as const;

const talkRefusals = [
  'assistants.conversation_not_found',
  'assistants.message_not_found',
  'assistants.role_not_found',
  'assistants.project_not_found',
  'assistants.file_not_found',
  'assistants.budget_exhausted',
  'assistants.too_long',
  'llm.budget_exhausted',
  'tenants.company_not_found',
  'tenants.role_too_low',
] as const;

export const chat = defineRoute({
  method: 'POST',
  path: '/api/assistants/chat/:role',
  name: 'assistants.chat',
  summary: 'Ask an assistant; it answers with its tools and says where its statements come from',
  ...chats,
  ...talks,
  params: RoleParams,
  body: ChatMessage,
  reply: ChatReply,
  status: 200,
  idempotent: true,
  refusals: talkRefusals,
});

/**
 * The same as a stream of server-sent events, each with its data: `start` (`StartData`), then any number of
 * `text {text}`, `tool` (`ToolData`), `artifact` (`ChatArtifact`) and `citation` (`Citation`), at last `done`
 * (`ChatReply`) or `error` (a problem). Leaving the stream stops the answer; what was said is kept.
 */
export const chatStream = defineRoute({
  method: 'POST',
  path: '/api/assistants/chat/:role/stream',
  name: 'assistants.chat_stream',
  summary: 'Ask an assistant and read the answer while it is made',
  ...chats,
  ...talks,
  params: RoleParams,
  body: ChatMessage,
  streams: 'sse',
  refusals: talkRefusals,
});

/** The first event of an answer. */
export const StartData = Type.Object({
  /** The answer's message. */
  id: Id,
  question_id: Id,
  conversation_id: Id,
  role: Type.String(),
  title: Type.String(),
  offline: Type.Boolean(),
  memories_used: Type.Integer({ minimum: 0 }),
  /** True when text is added to an answer that exists. */
  continued: Type.Boolean(),
});

export type StartData = Static<typeof StartData>;

/** A step of a tool: told when it starts and when it ends, under one `id`. */
export const ToolData = Type.Object({
  id: Type.String(),
  name: Type.String(),
  title: Type.String(),
  status: Type.Enum(['started', 'finished', 'failed']),
  /** At the start. */
  input: Type.Optional(Type.Unknown()),
  /** At the end: markdown, cut when it is long. */
  text: Type.Optional(Type.String()),
  took_ms: Type.Optional(Type.Integer({ minimum: 0 })),
});

export type ToolData = Static<typeof ToolData>;

const again = {
  ...chats,
  rateLimit: { max: 60, windowSeconds: 60 },
  params: IdParams,
  refusals: [
    'assistants.message_not_found',
    'assistants.role_not_found',
    'assistants.budget_exhausted',
    'llm.budget_exhausted',
    'tenants.company_not_found',
  ],
} as const;

export const regenerate = defineRoute({
  method: 'POST',
  path: '/api/assistants/messages/:id/regenerate',
  name: 'assistants.regenerate',
  summary: 'Answer the question of an answer once more; both answers stay, as branches',
  ...again,
  reply: ChatReply,
  status: 200,
});

export const regenerateStream = defineRoute({
  method: 'POST',
  path: '/api/assistants/messages/:id/regenerate/stream',
  name: 'assistants.regenerate_stream',
  summary: 'The same as a stream of events, as in chat',
  ...again,
  streams: 'sse',
});

const continuing = { ...again, refusals: [...again.refusals, 'assistants.nothing_to_continue'] } as const;

export const continueAnswer = defineRoute({
  method: 'POST',
  path: '/api/assistants/messages/:id/continue',
  name: 'assistants.continue',
  summary: 'Go on with an answer that was stopped or cut off; the text is added to it',
  ...continuing,
  reply: ChatReply,
  status: 200,
});

export const continueStream = defineRoute({
  method: 'POST',
  path: '/api/assistants/messages/:id/continue/stream',
  name: 'assistants.continue_stream',
  summary: 'The same as a stream of events, as in chat; `text` holds only what is added',
  ...continuing,
  streams: 'sse',
});

export const assistantsStatus = defineRoute({
  method: 'GET',
  path: '/api/assistants/status',
  name: 'assistants.status',
  summary: 'Which language models answer, or that none is configured; the tools there are',
  ...chats,
  reply: Type.Object({
    offline: Type.Boolean(),
    /** `provider:model`, in order of preference. */
    models: Type.Array(Type.String()),
    /** One plain sentence in the language of the request. */
    note: Type.String(),
    tools: Type.Array(
      Type.Object({
        name: Type.String(),
        title: Type.String(),
        group: Type.Enum(['analysis', 'review', 'development']),
        /** For the model, in English. */
        description: Type.String(),
      }),
    ),
  }),
});

/**
 * What a client says on the WebSocket `/api/assistants/ws`. `ref` is the client's own name of an answer that runs:
 * every frame of the server about it carries it back. Several may run at once. A frame may hold 16 KiB (the socket is
 * closed with 1009 beyond): longer questions go by HTTP or along as files.
 */
export const SocketClientFrame = Type.Union([
  Type.Object({
    type: Type.Literal('ask'),
    ref: Type.String({ minLength: 1, maxLength: 64 }),
    role: RoleParams.properties.role,
    ...question,
    /** The company; left out: the one used last. */
    company_id: Type.Optional(Id),
    locale: Type.Optional(Type.Enum(['ru', 'en'])),
  }),
  Type.Object({
    type: Type.Enum(['regenerate', 'continue']),
    ref: Type.String({ minLength: 1, maxLength: 64 }),
    /** The answer. */
    id: Id,
    company_id: Type.Optional(Id),
    locale: Type.Optional(Type.Enum(['ru', 'en'])),
  }),
  Type.Object({ type: Type.Literal('stop'), ref: Type.String({ minLength: 1, maxLength: 64 }) }),
]);

export type SocketClientFrame = Static<typeof SocketClientFrame>;

/** Answers that may run on one socket at once. */
export const maxSocketAnswers = 8;

/**
 * What the server says: an event of the stream with its data, or `stopped` (a `ChatReply` of what was said before the
 * stop; null when nothing was). `error` carries a problem's code and words; without `ref` the frame made no sense.
 */
export const SocketServerFrame = Type.Object({
  type: Type.Enum(['start', 'text', 'tool', 'artifact', 'citation', 'done', 'error', 'stopped']),
  ref: Type.Optional(Type.String()),
  data: Type.Unknown(),
});

export type SocketServerFrame = Static<typeof SocketServerFrame>;
