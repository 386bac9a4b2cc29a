import { Type } from 'typebox';
import { defineRoute, IdParams } from '#platform/contract';
import { FeedbackReason } from './conversations.ts';

const chats = { access: 'signed-in', scope: 'assistants:chat' } as const;

export const giveFeedback = defineRoute({
  method: 'POST',
  path: '/api/assistants/messages/:id/feedback',
  name: 'assistants.give_feedback',
  summary: 'Tell whether an answer was useful, and why; a later judgement replaces the earlier one',
  ...chats,
  params: IdParams,
  body: Type.Object({
    useful: Type.Boolean(),
    reasons: Type.Optional(Type.Array(FeedbackReason, { maxItems: 9, uniqueItems: true })),
    comment: Type.Optional(Type.String({ maxLength: 2_000 })),
  }),
  reply: Type.Object({ status: Type.Enum(['recorded']) }),
  status: 200,
  refusals: ['assistants.message_not_found', 'tenants.company_not_found'],
});

export const withdrawFeedback = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/messages/:id/feedback',
  name: 'assistants.withdraw_feedback',
  summary: 'Take a judgement back',
  ...chats,
  params: IdParams,
  status: 204,
  refusals: ['assistants.message_not_found', 'tenants.company_not_found'],
});
