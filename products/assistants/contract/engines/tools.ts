import { type Static, Type } from 'typebox';
import { defineRoute, Id } from '#platform/contract';
import { AllOf } from '../lists.ts';
import { Words } from './shapes.ts';

/** A tool assistants and programs may call. */
export const ToolInfo = Type.Object({
  name: Type.String(),
  group: Type.Enum(['analysis', 'review', 'development']),
  title: Words,
  description: Type.String(),
  /** JSON Schema of its input. */
  parameters: Type.Unknown(),
});

export type ToolInfo = Static<typeof ToolInfo>;

export const listTools = defineRoute({
  method: 'GET',
  path: '/api/assistants/tools',
  name: 'assistants.list_tools',
  summary: 'The tools an assistant may be given',
  access: 'signed-in',
  scope: 'assistants:read',
  reply: AllOf(ToolInfo),
  refusals: ['tenants.company_not_found'],
});

const mcp = { access: 'signed-in', scope: 'assistants:mcp' } as const;

const Anything = Type.Object({}, { additionalProperties: true });

/** One JSON-RPC 2.0 message: a request, a notification or an answer. */
const McpMessage = Type.Object({
  jsonrpc: Type.Literal('2.0'),
  id: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Number()])),
  method: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  params: Type.Optional(Anything),
  result: Type.Optional(Anything),
  error: Type.Optional(Anything),
});

/** A message of the Model Context Protocol; the answer is JSON or an event stream, as the protocol says. */
export const mcpMessage = defineRoute({
  method: 'POST',
  path: '/api/assistants/mcp',
  name: 'assistants.mcp_message',
  summary: 'Model Context Protocol over streamable HTTP: the tools and the memory',
  ...mcp,
  query: Type.Object({
    preset: Type.Optional(Type.Enum(['analysis', 'review', 'development'])),
    /** The project that tools about metadata and code look at. */
    project_id: Type.Optional(Id),
  }),
  body: McpMessage,
  streams: 'bytes',
  bodyLimit: 4 * 1_024 * 1_024,
  refusals: ['tenants.company_not_found'],
});

export const mcpListen = defineRoute({
  method: 'GET',
  path: '/api/assistants/mcp',
  name: 'assistants.mcp_listen',
  summary: 'Answers 405: this server starts no messages of its own',
  ...mcp,
  streams: 'bytes',
  refusals: ['tenants.company_not_found'],
});

export const mcpEnd = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/mcp',
  name: 'assistants.mcp_end',
  summary: 'Ends a session of the Model Context Protocol: its calls under way are cancelled',
  ...mcp,
  status: 204,
  refusals: ['tenants.company_not_found'],
});
