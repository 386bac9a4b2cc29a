import { identityRef } from '#capabilities/identity/server';
import { llmRef } from '#capabilities/llm/server';
import { memoryRef } from '#capabilities/memory/server';
import { defineModule } from '#platform/server/modules';
import { MemoryAgentConfig } from './config.ts';
import { memoryAgentRef } from './index.ts';
import { createMemoryAgent } from './memory-agent.ts';

export const memoryAgentModule = defineModule({
  name: 'memory-agent',
  provides: memoryAgentRef,
  uses: { identity: identityRef, memory: memoryRef, llm: llmRef },
  config: MemoryAgentConfig,
  permissions: { manage_memory: ['manager'] },
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createMemoryAgent,
  serve: () => import('./http/index.ts'),
  listen: () => import('./listeners/index.ts'),
  privacy: ({ personalData }) => personalData,
  demo: () => import('./demo/index.ts'),
});
