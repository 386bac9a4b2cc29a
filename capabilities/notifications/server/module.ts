import { defineRef } from '#base/ref';
import { identityRef } from '#capabilities/identity/server';
import { defineModule } from '#platform/server/modules';
import { NotificationsConfig } from './config.ts';
import { inboxRule } from './inbox/channel.ts';
import { notificationsRef } from './index.ts';
import { deliver, planNotice, purgeOld, tellOperators } from './jobs/definitions.ts';
import { createNotifications, type NotificationsService } from './service.ts';

/** Tells people what happened: inbox, e-mail, push and messenger, by their own choice. */
export const notificationsModule = defineModule({
  name: 'notifications',
  // The same name, seen from inside with everything the module's own doors use.
  provides: defineRef<NotificationsService>(notificationsRef.id),
  uses: { identity: identityRef },
  config: NotificationsConfig,
  jobs: [planNotice, deliver, tellOperators, purgeOld],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createNotifications,
  prepare: async (service) => service.kinds.check(),
  channels: () => [inboxRule],
  privacy: (service) => service.personalData,
  serve: () => import('./http/index.ts'),
  work: () => import('./jobs/index.ts'),
  listen: () => import('./listeners/index.ts'),
});
