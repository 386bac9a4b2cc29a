import { defineRef } from '#base/ref';
import { defineModule } from '#platform/server/modules';
import { type AssistantsService, createAssistants } from './assistants.ts';
import { dropBytes, dropLooseFile } from './attachments/jobs.ts';
import { AssistantsConfig } from './config.ts';
import { assistantsRef } from './index.ts';
import { assistantsUses } from './uses.ts';

/** Assistants for 1C teams: five roles and a company's own, with engines as their tools. */
export const assistantsModule = defineModule({
  name: 'assistants',
  // The same name, seen from inside with every room.
  provides: defineRef<AssistantsService>(assistantsRef.id),
  uses: assistantsUses,
  config: AssistantsConfig,
  permissions: { manage_assistants: ['manager'] },
  jobs: [dropBytes, dropLooseFile],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createAssistants,
  serve: () => import('./http/index.ts'),
  work: () => import('./jobs/index.ts'),
  privacy: ({ personalData }) => personalData,
  close: ({ engines }) => engines.close(),
});
