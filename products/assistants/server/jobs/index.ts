import type { WorkDoor } from '#platform/server/modules';
import type { AssistantsService } from '../assistants.ts';
import { dropBytes, dropLooseFile } from '../attachments/jobs.ts';

/** Handlers of the module's jobs: one line for each. */
export function work({
  handle,
  service: { attachments },
  platform: { storage },
}: WorkDoor<AssistantsService>): void {
  handle(dropBytes, async ({ data }) => {
    for (const key of data.keys) await storage.delete(key);
  });
  handle(dropLooseFile, ({ data }) => attachments.dropLoose(data.company_id, data.owner_id, data.id));
}
