import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { RoleName } from './role.ts';

const chats = { access: 'signed-in', scope: 'assistants:chat' } as const;
const known = ['assistants.prompt_not_found', 'tenants.company_not_found'] as const;
const writing = [
  'assistants.unknown_role',
  'assistants.too_many_prompts',
  'assistants.prompt_cannot_be_shared',
  'tenants.role_too_low',
] as const;

export const maxPromptTitle = 120;
export const maxPromptText = 10_000;
/** As many may be brought along at once. */
export const maxImportedPrompts = 50;

const PromptTitle = Type.String({ minLength: 1, maxLength: maxPromptTitle, pattern: '\\S' });
const PromptText = Type.String({ minLength: 1, maxLength: maxPromptText, pattern: '\\S' });

/** A text somebody asks again and again; `{{name}}` in it stands for what changes. */
export const Prompt = Type.Object({
  id: Id,
  title: Type.String(),
  text: Type.String(),
  /** The assistant it is meant for; null: any. */
  role: Nullable(RoleName),
  /** Everybody in the company sees it; otherwise its author alone. */
  shared: Type.Boolean(),
  /** I may change, delete and restore it. */
  can_change: Type.Boolean(),
  /** Null: an account that is gone. */
  author_id: Nullable(Id),
  version: Type.Integer({ minimum: 1 }),
  /** When I took it last. */
  used_at: Nullable(Instant),
  created_at: Instant,
  updated_at: Instant,
});

export type Prompt = Static<typeof Prompt>;

export const listPrompts = defineRoute({
  method: 'GET',
  path: '/api/assistants/prompts',
  name: 'assistants.list_prompts',
  summary: 'My prompts in this company and those it shares, the one I used last first',
  ...chats,
  query: Type.Object({
    ...pageQuery,
    /** Words of titles and texts; each has to be found. */
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    /** Those for this assistant and those for any. */
    role: Type.Optional(RoleName),
    /** `true`: only shared ones, `false`: only mine alone. */
    shared: Type.Optional(Type.Boolean()),
  }),
  reply: PageOf(Prompt),
  refusals: ['tenants.company_not_found', 'assistants.bad_cursor'],
});

export const getPrompt = defineRoute({
  method: 'GET',
  path: '/api/assistants/prompts/:id',
  name: 'assistants.get_prompt',
  summary: 'One prompt',
  ...chats,
  params: IdParams,
  reply: Prompt,
  refusals: known,
});

export const PromptBody = Type.Object({
  title: PromptTitle,
  text: PromptText,
  role: Type.Optional(Nullable(RoleName)),
  shared: Type.Optional(Type.Boolean()),
});

export const createPrompt = defineRoute({
  method: 'POST',
  path: '/api/assistants/prompts',
  name: 'assistants.create_prompt',
  summary: 'Keep a prompt, for me or for the company (its members)',
  ...chats,
  body: PromptBody,
  reply: Prompt,
  status: 201,
  refusals: [...writing, 'tenants.company_not_found'],
});

export const changePrompt = defineRoute({
  method: 'PUT',
  path: '/api/assistants/prompts/:id',
  name: 'assistants.change_prompt',
  summary: 'Write a prompt anew; a shared one is changed by its author and by administrators of the company',
  ...chats,
  params: IdParams,
  body: Type.Object({
    title: PromptTitle,
    text: PromptText,
    role: Nullable(RoleName),
    shared: Type.Boolean(),
    /** The version the change was made from: another one by now is a conflict. */
    base_version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  }),
  reply: Prompt,
  refusals: [...known, ...writing, 'assistants.prompt_changed', 'assistants.prompt_of_another'],
});

export const deletePrompt = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/prompts/:id',
  name: 'assistants.delete_prompt',
  summary: 'Delete a prompt; it may be restored for seven days',
  ...chats,
  params: IdParams,
  status: 204,
  refusals: [...known, 'tenants.role_too_low'],
});

export const restorePrompt = defineRoute({
  method: 'POST',
  path: '/api/assistants/prompts/:id/restore',
  name: 'assistants.restore_prompt',
  summary: 'Bring a deleted prompt back',
  ...chats,
  params: IdParams,
  status: 200,
  reply: Prompt,
  refusals: [...known, 'assistants.too_many_prompts', 'tenants.role_too_low'],
});

export const notePromptUse = defineRoute({
  method: 'POST',
  path: '/api/assistants/prompts/:id/used',
  name: 'assistants.note_prompt_use',
  summary: 'Note that I took a prompt: it goes to the top of my list',
  ...chats,
  params: IdParams,
  status: 204,
  refusals: known,
});

export const importPrompts = defineRoute({
  method: 'POST',
  path: '/api/assistants/prompts/import',
  name: 'assistants.import_prompts',
  summary:
    'Keep prompts of mine that were kept elsewhere, the oldest first; those I have already are left alone',
  ...chats,
  body: Type.Object({
    prompts: Type.Array(Type.Object({ title: PromptTitle, text: PromptText }), {
      minItems: 1,
      maxItems: maxImportedPrompts,
    }),
  }),
  status: 200,
  bodyLimit: 4 * 1_024 * 1_024,
  /** The first so many are here now; there is no room for those after them. */
  reply: Type.Object({ taken: Type.Integer({ minimum: 0, maximum: maxImportedPrompts }) }),
  refusals: ['tenants.company_not_found'],
});
