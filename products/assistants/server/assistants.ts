import type { Tenants } from '#capabilities/tenants/server';
import { createRoles, type Roles } from './roles/roles.ts';
import { checkInput } from './tools/check-input.ts';
import { createToolbox, type Toolbox } from './tools/toolbox.ts';
import type { AssistantsContext } from './uses.ts';

/** The rooms of this product, seen from inside. Each room's own service stands here under its name. */
export interface AssistantsService {
  readonly tenants: Tenants;
  readonly toolbox: Toolbox;
  readonly roles: Roles;
}

/** Builds the rooms in their order: each gets those before it. */
export function createAssistants(context: AssistantsContext): AssistantsService {
  const toolbox = createToolbox([], checkInput);
  const roles = createRoles({ ...context, hasTool: toolbox.has });
  return { tenants: context.tenants, toolbox, roles };
}
