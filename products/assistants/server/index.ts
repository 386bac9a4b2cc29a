import { defineRef } from '#base/ref';
import type { Roles } from './roles/roles.ts';

export type { Role, RoleDefinition, RoleVersion } from './roles/role.ts';
export type { RoleChange, Roles } from './roles/roles.ts';
export type {
  Artifact,
  AttachedFile,
  Source,
  Tool,
  ToolCallContext,
  ToolGroup,
  ToolResult,
} from './tools/tool.ts';

/** Assistants of 1C teams: roles, chat, tools, knowledge. */
export interface Assistants {
  readonly roles: Roles;
}

/** The name under which `Assistants` is provided. */
export const assistantsRef = defineRef<Assistants>('assistants');
