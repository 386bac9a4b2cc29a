import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { AssistantsService } from '../assistants.ts';
import type { OwnPrompt } from '../prompts/prompt.ts';
import { workspaceOf } from './workspace.ts';

function presentPrompt(prompt: OwnPrompt): contract.Prompt {
  const { id, title, text, role, shared, canChange, authorId, version } = prompt;
  return {
    id,
    title,
    text,
    role,
    shared,
    can_change: canChange,
    author_id: authorId,
    version,
    used_at: prompt.usedAt?.toISOString() ?? null,
    created_at: prompt.createdAt.toISOString(),
    updated_at: prompt.updatedAt.toISOString(),
  };
}

/** What people ask again and again. */
export function mountPrompts({ mount, service: { prompts, tenants } }: ServeDoor<AssistantsService>): void {
  mount(contract.listPrompts, async (request) => {
    const { limit = 20, cursor, q, role, shared } = request.query;
    const page = await prompts.list(await workspaceOf(tenants, request), {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
      ...(q === undefined ? {} : { search: q }),
      ...(role === undefined ? {} : { role }),
      ...(shared === undefined ? {} : { shared }),
    });
    return { items: page.items.map(presentPrompt), next_cursor: page.nextCursor };
  });
  mount(contract.getPrompt, async (request) =>
    presentPrompt(await prompts.get(await workspaceOf(tenants, request), request.params.id)),
  );
  mount(contract.createPrompt, async (request) => {
    const { title, text, role = null, shared = false } = request.body;
    const fields = { title, text, role, shared };
    return presentPrompt(await prompts.create(await workspaceOf(tenants, request), fields));
  });
  mount(contract.changePrompt, async (request) => {
    const { base_version: baseVersion, title, text, role, shared } = request.body;
    const workspace = await workspaceOf(tenants, request);
    const fields = { title, text, role, shared };
    return presentPrompt(await prompts.change(workspace, request.params.id, fields, baseVersion));
  });
  mount(contract.deletePrompt, async (request) =>
    prompts.delete(await workspaceOf(tenants, request), request.params.id),
  );
  mount(contract.restorePrompt, async (request) =>
    presentPrompt(await prompts.restore(await workspaceOf(tenants, request), request.params.id)),
  );
  mount(contract.notePromptUse, async (request) =>
    prompts.noteUse(await workspaceOf(tenants, request), request.params.id),
  );
  mount(contract.importPrompts, async (request) => {
    const workspace = await workspaceOf(tenants, request);
    return { taken: await prompts.takeOver(workspace, request.body.prompts) };
  });
}
