import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../../contract/index.ts';
import type { AssistantsService } from '../../assistants.ts';

/** What assistants can be given. */
export function mountTools({ mount, service: { toolbox } }: ServeDoor<AssistantsService>): void {
  mount(contract.listTools, () => ({
    items: toolbox.all.map(({ name, group, title, description, parameters }) => ({
      name,
      group,
      title,
      description,
      parameters,
    })),
    next_cursor: null,
  }));
}
