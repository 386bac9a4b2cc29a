import type { WorkDoor } from '#platform/server/modules';
import type { AssistantsService } from '../assistants.ts';
import { dropBytes, dropLooseFile } from '../attachments/jobs.ts';
import { workOnKnowledge } from '../knowledge/jobs.ts';
import { dropPrompt } from '../prompts/jobs.ts';

/** Handlers of the module's jobs: one line for each. */
export function work(door: WorkDoor<AssistantsService>): void {
  const { handle, service, platform } = door;
  const { attachments, prompts } = service;
  const { storage } = platform;
  handle(dropBytes, async ({ data }) => {
    for (const key of data.keys) await storage.delete(key);
  });
  handle(dropLooseFile, ({ data }) => attachments.dropLoose(data.company_id, data.owner_id, data.id));
  handle(dropPrompt, ({ data }) =>
    prompts.dropDeleted(
      { tenantId: data.company_id, ownerId: data.owner_id },
      data.id,
      new Date(data.deleted_at),
    ),
  );
  workOnKnowledge(door);
}
