import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../../contract/index.ts';
import type { AssistantsService } from '../../assistants.ts';
import { workspaceOf } from '../workspace.ts';

/** What assistants can be given. */
export function mountTools({ mount, service: { tenants, toolbox } }: ServeDoor<AssistantsService>): void {
  mount(contract.listTools, async (request) => {
    await workspaceOf(tenants, request);
    const items = toolbox.all.map(({ name, group, title, description, parameters }) => ({
      name,
      group,
      title,
      description,
      parameters,
    }));
    return { items, next_cursor: null };
  });
}
