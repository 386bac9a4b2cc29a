import { analyticsRef } from '#capabilities/analytics/server';
import { chatRef } from '#capabilities/chat/server';
import { filesRef } from '#capabilities/files/server';
import { geoRef } from '#capabilities/geo/server';
import { identityRef } from '#capabilities/identity/server';
import { moderationRef } from '#capabilities/moderation/server';
import { notificationsRef } from '#capabilities/notifications/server';
import { paymentsRef } from '#capabilities/payments/server';
import { recommendationsRef } from '#capabilities/recommendations/server';
import { searchRef } from '#capabilities/search/server';
import type { ModuleContext } from '#platform/server/modules';
import type { QuestsConfig } from './config.ts';

/** What the quests stand on. */
export const questsUses = {
  identity: identityRef,
  files: filesRef,
  geo: geoRef,
  search: searchRef,
  moderation: moderationRef,
  analytics: analyticsRef,
  recommendations: recommendationsRef,
  notifications: notificationsRef,
  payments: paymentsRef,
  chat: chatRef,
} as const;

/** Everything a room may be built from; each takes the part it needs. */
export type QuestsContext = ModuleContext<typeof questsUses, QuestsConfig>;
