import type { Files } from '#capabilities/files/server';
import type { Identity } from '#capabilities/identity/server';
import type { Moderation } from '#capabilities/moderation/server';
import type { Notifications } from '#capabilities/notifications/server';
import type { PlatformServices } from '#platform/server/modules';
import type { ChatConfig } from './config.ts';

/** What `create` receives. */
export type ChatContext = PlatformServices & {
  readonly config: ChatConfig;
  readonly identity: Identity;
  readonly files: Files;
  readonly moderation: Moderation;
  readonly notifications: Notifications;
};
