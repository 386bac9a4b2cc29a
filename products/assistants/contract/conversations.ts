import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { AnswerFacts } from './answer.ts';
import { AttachedFile } from './attachments.ts';
import { RoleName, RoleParams } from './role.ts';

const chats = { access: 'signed-in', scope: 'assistants:chat' } as const;
const known = ['assistants.conversation_not_found', 'tenants.company_not_found'] as const;

export const Conversation = Type.Object({
  id: Id,
  role: RoleName,
  title: Type.String(),
  /** True when the person gave the title. */
  renamed: Type.Boolean(),
  project_id: Nullable(Id),
  pinned: Type.Boolean(),
  archived: Type.Boolean(),
  message_count: Type.Integer({ minimum: 0 }),
  created_at: Instant,
  updated_at: Instant,
});

export type Conversation = Static<typeof Conversation>;

export const FoundConversation = Type.Object({
  ...Conversation.properties,
  /** Of a search by text: where it was found. */
  snippet: Nullable(Type.String()),
});

export type FoundConversation = Static<typeof FoundConversation>;

export const feedbackReasons = [
  'wrong',
  'outdated',
  'irrelevant',
  'incomplete',
  'invented',
  'bad_code',
  'helpful',
  'precise',
  'well_explained',
] as const;

export const FeedbackReason = Type.Enum([...feedbackReasons]);

export const ConversationMessage = Type.Object({
  id: Id,
  parent_id: Nullable(Id),
  author: Type.Enum(['user', 'assistant']),
  content: Type.String(),
  created_at: Instant,
  /** On questions. */
  files: Type.Array(AttachedFile),
  /** Ids of all messages with the same parent, this one included, oldest first: its branches. */
  siblings: Type.Array(Id),
  /** On answers. */
  answer: Nullable(AnswerFacts),
  feedback: Nullable(
    Type.Object({
      useful: Type.Boolean(),
      reasons: Type.Array(FeedbackReason),
      comment: Nullable(Type.String()),
    }),
  ),
});

export type ConversationMessage = Static<typeof ConversationMessage>;

export const listConversations = defineRoute({
  method: 'GET',
  path: '/api/assistants/conversations',
  name: 'assistants.list_conversations',
  summary: 'My conversations in this company: pinned ones first, then the one used last; archived ones apart',
  ...chats,
  query: Type.Object({
    ...pageQuery,
    /** Words of titles and messages. */
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    role: Type.Optional(RoleName),
    archived: Type.Optional(Type.Boolean({ default: false })),
  }),
  reply: PageOf(FoundConversation),
});

export const getConversation = defineRoute({
  method: 'GET',
  path: '/api/assistants/conversations/:id',
  name: 'assistants.get_conversation',
  summary: 'The messages of the active branch, oldest first; `cursor` goes back in time',
  ...chats,
  params: IdParams,
  query: Type.Object({ ...pageQuery }),
  reply: Type.Object({
    conversation: Conversation,
    items: Type.Array(ConversationMessage),
    next_cursor: Nullable(Type.String()),
  }),
  refusals: known,
});

export const changeConversation = defineRoute({
  method: 'PATCH',
  path: '/api/assistants/conversations/:id',
  name: 'assistants.change_conversation',
  summary: 'Rename, pin, archive a conversation, or give it a project',
  ...chats,
  params: IdParams,
  body: Type.Object({
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })),
    pinned: Type.Optional(Type.Boolean()),
    archived: Type.Optional(Type.Boolean()),
    project_id: Type.Optional(Nullable(Id)),
  }),
  reply: Conversation,
  refusals: known,
});

export const chooseBranch = defineRoute({
  method: 'PUT',
  path: '/api/assistants/conversations/:id/branch',
  name: 'assistants.choose_branch',
  summary: 'Make the branch of a message the active one, down to its newest message',
  ...chats,
  params: IdParams,
  body: Type.Object({ message_id: Id }),
  reply: Conversation,
  refusals: [...known, 'assistants.message_not_found'],
});

export const deleteConversation = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/conversations/:id',
  name: 'assistants.delete_conversation',
  summary: 'Delete a conversation with its files; with `forget`, also what was remembered from it',
  ...chats,
  params: IdParams,
  query: Type.Object({ forget: Type.Optional(Type.Boolean()) }),
  status: 204,
  refusals: known,
});

export const exportConversation = defineRoute({
  method: 'GET',
  path: '/api/assistants/conversations/:id/export',
  name: 'assistants.export_conversation',
  summary: 'A conversation as a file: `md` is the active branch for people, `json` everything',
  ...chats,
  params: IdParams,
  query: Type.Object({ format: Type.Optional(Type.Enum(['md', 'json'], { default: 'md' })) }),
  streams: 'bytes',
  refusals: known,
});

export const deleteHistory = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/:role/conversation-history',
  name: 'assistants.delete_conversation_history',
  summary:
    'Delete all my conversations with one assistant in this company; with `forget`, its memory of me, too',
  ...chats,
  params: RoleParams,
  query: Type.Object({ forget: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({ deleted: Type.Integer({ minimum: 0 }) }),
  status: 200,
  refusals: ['tenants.company_not_found'],
});
