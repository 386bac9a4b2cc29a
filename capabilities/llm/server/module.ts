import type { Ref } from '#base/ref';
import { defineModule } from '#platform/server/modules';
import type { PersonalData } from '#platform/server/privacy';
import { LlmConfig } from './config.ts';
import { llmHealth } from './health.ts';
import { type Llm, llmRef } from './index.ts';
import { createLlm } from './llm.ts';
import { llmPrivacy } from './privacy.ts';

/** The service as the platform sees it; other modules see `Llm`. */
interface LlmService extends Llm {
  readonly personalData: PersonalData;
}

const provides: Ref<LlmService> = { id: llmRef.id };

export const llmModule = defineModule({
  name: 'llm',
  provides,
  config: LlmConfig,
  migrations: new URL('./db/migrations/', import.meta.url),
  create: async (context): Promise<LlmService> => ({
    ...(await createLlm(context)),
    personalData: llmPrivacy(context.database, context.cache),
  }),
  health: (llm) => [llmHealth(llm.status)],
  privacy: (llm) => llm.personalData,
});
