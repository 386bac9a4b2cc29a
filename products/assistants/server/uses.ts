import { identityRef } from '#capabilities/identity/server';
import { llmRef } from '#capabilities/llm/server';
import { memoryRef } from '#capabilities/memory/server';
import { tenantsRef } from '#capabilities/tenants/server';
import type { ModuleContext } from '#platform/server/modules';
import type { AssistantsConfig } from './config.ts';

/** What the assistants stand on. */
export const assistantsUses = {
  identity: identityRef,
  tenants: tenantsRef,
  llm: llmRef,
  memory: memoryRef,
} as const;

/** Everything a room may be built from; each takes the part it needs. */
export type AssistantsContext = ModuleContext<typeof assistantsUses, AssistantsConfig>;
