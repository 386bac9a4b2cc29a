import { type Static, Type } from 'typebox';
import { defineRoute, Id, Instant, Nullable } from '#platform/contract';
import { AllOf } from './lists.ts';

const manage = { access: 'signed-in', scope: 'assistants:manage' } as const;
const read = { access: 'signed-in', scope: 'assistants:read' } as const;

/** Name of an assistant in addresses: `architect`, `project-manager`, a company's own. */
export const RoleName = Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' });

export const RoleParams = Type.Object({ role: RoleName });

/** What stands after `/api/assistants/` or `/app/assistants/` and is no assistant: no company may name one so. */
export const reservedRoleNames: ReadonlySet<string> = new Set([
  'chat',
  'code',
  'conversations',
  'coverage',
  'diagrams',
  'files',
  'knowledge',
  'mcp',
  'messages',
  'plans',
  'projects',
  'prompts',
  'query',
  'requirements',
  'roles',
  'scenarios',
  'status',
  'tests',
  'tools',
  'usage',
  'ws',
]);

const Words = Type.Object({
  ru: Type.String({ minLength: 1, maxLength: 400 }),
  en: Type.String({ minLength: 1, maxLength: 400 }),
});

/** What makes an assistant: its instructions, tools and knowledge. Data, not code. */
export const RoleDefinition = Type.Object({
  title: Words,
  description: Words,
  /** The system prompt, in any language. */
  instructions: Type.String({ minLength: 1, maxLength: 20_000, pattern: '\\S' }),
  /** Names of tools (`GET /api/assistants/tools`). */
  tools: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_]{1,63}$' }), { maxItems: 64, uniqueItems: true }),
  /** Collections it answers from; empty: all that the person may read. */
  collections: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
  /** Whether it remembers what the person told it from conversation to conversation. */
  remembers: Type.Boolean(),
  model: Type.Object({
    temperature: Type.Optional(Type.Number({ minimum: 0, maximum: 2 })),
    max_output_tokens: Type.Optional(Type.Integer({ minimum: 64, maximum: 16_000 })),
  }),
  /** Questions to begin with. */
  starters: Type.Array(Words, { maxItems: 8 }),
});

export type RoleDefinition = Static<typeof RoleDefinition>;

export const Assistant = Type.Object({
  role: RoleName,
  /** One of the five that every company has. */
  built_in: Type.Boolean(),
  /** 0: as it came with the product. */
  version: Type.Integer({ minimum: 0 }),
  updated_at: Nullable(Instant),
  ...RoleDefinition.properties,
});

export type Assistant = Static<typeof Assistant>;

export const listAssistants = defineRoute({
  method: 'GET',
  path: '/api/assistants/',
  name: 'assistants.list',
  summary: 'The assistants of my company: the five built-in ones first, then its own',
  ...read,
  reply: AllOf(Assistant),
});

export const getAssistant = defineRoute({
  method: 'GET',
  path: '/api/assistants/roles/:role',
  name: 'assistants.get_role',
  summary: 'One assistant',
  ...read,
  params: RoleParams,
  reply: Assistant,
  refusals: ['assistants.role_not_found'],
});

const Change = Type.Object({
  ...RoleDefinition.properties,
  /** What was changed and why, for the history. */
  note: Type.Optional(Type.String({ maxLength: 500 })),
  /** The version the change was made from: another one by now is a conflict. */
  base_version: Type.Integer({ minimum: 0 }),
});

export const createAssistant = defineRoute({
  method: 'POST',
  path: '/api/assistants/roles',
  name: 'assistants.create_role',
  summary: 'Make an assistant of the company’s own (administrators of the company)',
  ...manage,
  body: Type.Object({ role: RoleName, ...RoleDefinition.properties }),
  reply: Assistant,
  status: 201,
  refusals: [
    'assistants.role_taken',
    'assistants.role_name_reserved',
    'assistants.unknown_tool',
    'assistants.too_many_roles',
    'tenants.role_too_low',
  ],
});

export const changeAssistant = defineRoute({
  method: 'PUT',
  path: '/api/assistants/roles/:role',
  name: 'assistants.change_role',
  summary: 'Write a new version of an assistant; a built-in one changes for this company only',
  ...manage,
  params: RoleParams,
  body: Change,
  reply: Assistant,
  refusals: [
    'assistants.role_not_found',
    'assistants.role_changed',
    'assistants.unknown_tool',
    'tenants.role_too_low',
  ],
});

export const deleteAssistant = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/roles/:role',
  name: 'assistants.delete_role',
  summary: 'Delete a company’s own assistant; a built-in one goes back to how it came',
  ...manage,
  params: RoleParams,
  status: 204,
  refusals: ['assistants.role_not_found', 'tenants.role_too_low'],
});

export const RoleVersion = Type.Object({
  version: Type.Integer({ minimum: 0 }),
  note: Type.String(),
  /** Undefined account by now: null. */
  author_id: Nullable(Id),
  created_at: Nullable(Instant),
  definition: RoleDefinition,
});

export type RoleVersion = Static<typeof RoleVersion>;

export const listRoleVersions = defineRoute({
  method: 'GET',
  path: '/api/assistants/roles/:role/versions',
  name: 'assistants.list_role_versions',
  summary: 'The history of an assistant, newest first, at most 100',
  ...read,
  params: RoleParams,
  reply: AllOf(RoleVersion),
  refusals: ['assistants.role_not_found'],
});

export const rollBackAssistant = defineRoute({
  method: 'POST',
  path: '/api/assistants/roles/:role/rollback',
  name: 'assistants.roll_back_role',
  summary: 'Make an earlier version the newest one again; the history keeps both',
  ...manage,
  params: RoleParams,
  body: Type.Object({ version: Type.Integer({ minimum: 0 }), base_version: Type.Integer({ minimum: 0 }) }),
  reply: Assistant,
  status: 200,
  refusals: [
    'assistants.role_not_found',
    'assistants.version_not_found',
    'assistants.role_changed',
    'tenants.role_too_low',
  ],
});
