import { defineRef } from '#base/ref';
import { defineModule, type Module } from '#platform/server/modules';
import { type AssistantsService, createAssistants } from './assistants.ts';
import { dropBytes, dropLooseFile } from './attachments/jobs.ts';
import { AssistantsConfig } from './config.ts';
import { assistantsRef } from './index.ts';
import { knowledgeJobs } from './knowledge/jobs.ts';
import { dropPrompt } from './prompts/jobs.ts';
import type { Tool } from './tools/tool.ts';
import { assistantsUses } from './uses.ts';

/** The product with tools beside its own. */
export function assistantsWith(more: readonly Tool[]): Module {
  return defineModule({
    name: 'assistants',
    // The same name, seen from inside with every room.
    provides: defineRef<AssistantsService>(assistantsRef.id),
    uses: assistantsUses,
    config: AssistantsConfig,
    permissions: { manage_assistants: ['manager'] },
    jobs: [dropBytes, dropLooseFile, dropPrompt, ...knowledgeJobs],
    migrations: new URL('./db/migrations/', import.meta.url),
    create: (context) => createAssistants(context, more),
    serve: () => import('./http/index.ts'),
    work: () => import('./jobs/index.ts'),
    listen: () => import('./listeners/index.ts'),
    commands: () => import('./commands/index.ts'),
    demo: () => import('./demo/index.ts'),
    privacy: ({ personalData }) => personalData,
    close: async ({ engines, closeReading }) => {
      await closeReading();
      await engines.close();
    },
  });
}

/** Assistants for 1C teams: five roles and a company's own, with engines as their tools. */
export const assistantsModule = assistantsWith([]);
