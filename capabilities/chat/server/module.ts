import { defineRef } from '#base/ref';
import { filePurposesPoint, filesRef } from '#capabilities/files/server';
import { identityRef } from '#capabilities/identity/server';
import { moderationRef, moderationSubjectsPoint } from '#capabilities/moderation/server';
import { notificationKindsPoint, notificationsRef } from '#capabilities/notifications/server';
import { defineModule, fill } from '#platform/server/modules';
import { MessageSent } from '../contract/index.ts';
import { ChatConfig } from './config.ts';
import { chatRef } from './index.ts';
import { notifyUnread } from './jobs/definitions.ts';
import { messageNotice } from './notices/kind.ts';
import { type ChatService, createChat } from './service.ts';

/** Conversations between people. */
export const chatModule = defineModule({
  name: 'chat',
  // The same name, seen from inside with everything the module's own doors use.
  provides: defineRef<ChatService>(chatRef.id),
  uses: {
    identity: identityRef,
    files: filesRef,
    moderation: moderationRef,
    notifications: notificationsRef,
  },
  config: ChatConfig,
  permissions: { moderate_content: ['moderator', 'admin'] },
  publishes: [MessageSent],
  jobs: [notifyUnread],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createChat,
  fills: (service) => [
    fill(filePurposesPoint, [service.attachments]),
    fill(moderationSubjectsPoint, [service.reports.subject]),
    fill(notificationKindsPoint, [messageNotice]),
  ],
  channels: (service) => [service.inbox.rule],
  privacy: (service) => service.personalData,
  serve: () => import('./http/index.ts'),
  work: () => import('./jobs/index.ts'),
  listen: () => import('./listeners/index.ts'),
  close: (service) => service.close(),
});
