import { defineRef } from '#base/ref';
import { filesRef } from '#capabilities/files/server';
import { defineModule } from '#platform/server/modules';
import { ModerationCaseDecided } from '../contract/index.ts';
import { ModerationConfig } from './config.ts';
import { moderationRef } from './index.ts';
import { purgeTraces } from './jobs/definitions.ts';
import { createModeration, type ModerationService } from './moderation.ts';

/** Filters that flag or hold, and one queue in which people decide. */
export const moderationModule = defineModule({
  name: 'moderation',
  // The same name, seen from inside with what the module's own doors use.
  provides: defineRef<ModerationService>(moderationRef.id),
  uses: { files: filesRef },
  config: ModerationConfig,
  permissions: { moderate_content: ['moderator', 'admin'], moderate_reviews: ['moderator', 'admin'] },
  publishes: [ModerationCaseDecided],
  jobs: [purgeTraces],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createModeration,
  privacy: (service) => service.personalData,
  serve: () => import('./http/index.ts'),
  work: () => import('./jobs/index.ts'),
});
