import type { Static } from 'typebox';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { AssistantsService } from '../assistants.ts';
import type { Role, RoleDefinition, RoleVersion } from '../roles/role.ts';
import { workspaceOf } from './workspace.ts';

function presentRole({
  name,
  builtIn,
  version,
  updatedAt,
  definition,
}: Role): Static<typeof contract.Assistant> {
  return {
    role: name,
    built_in: builtIn,
    version,
    updated_at: updatedAt?.toISOString() ?? null,
    ...definition,
  };
}

function presentVersion(made: RoleVersion): Static<typeof contract.RoleVersion> {
  const { version, note, authorId, createdAt, definition } = made;
  return {
    version,
    note,
    author_id: authorId ?? null,
    created_at: createdAt?.toISOString() ?? null,
    definition,
  };
}

function definitionOf(body: RoleDefinition): RoleDefinition {
  const { title, description, instructions, tools, collections, remembers, model, starters } = body;
  return { title, description, instructions, tools, collections, remembers, model, starters };
}

/** Who the assistants are. */
export function mountRoles({ mount, service: { roles, tenants } }: ServeDoor<AssistantsService>): void {
  mount(contract.listAssistants, async (request) => {
    const all = await roles.list(await workspaceOf(tenants, request));
    return { items: all.map(presentRole), next_cursor: null };
  });
  mount(contract.getAssistant, async (request) =>
    presentRole(await roles.get(await workspaceOf(tenants, request), request.params.role)),
  );
  mount(contract.createAssistant, async (request) =>
    presentRole(
      await roles.create(await workspaceOf(tenants, request), request.body.role, definitionOf(request.body)),
    ),
  );
  mount(contract.changeAssistant, async (request) => {
    const { base_version: baseVersion, note = '' } = request.body;
    const workspace = await workspaceOf(tenants, request);
    const definition = definitionOf(request.body);
    return presentRole(await roles.change(workspace, request.params.role, definition, { baseVersion, note }));
  });
  mount(contract.deleteAssistant, async (request) =>
    roles.delete(await workspaceOf(tenants, request), request.params.role),
  );
  mount(contract.listRoleVersions, async (request) => {
    const versions = await roles.history(await workspaceOf(tenants, request), request.params.role);
    return { items: versions.map(presentVersion), next_cursor: null };
  });
  mount(contract.rollBackAssistant, async (request) => {
    const { version, base_version: baseVersion } = request.body;
    const workspace = await workspaceOf(tenants, request);
    return presentRole(await roles.rollBack(workspace, request.params.role, version, baseVersion));
  });
}
