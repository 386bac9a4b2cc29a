import { analyticsWeb } from '#capabilities/analytics/web';
import { chatWeb } from '#capabilities/chat/web';
import { filesWeb } from '#capabilities/files/web';
import { identityWeb } from '#capabilities/identity/web';
import { moderationWeb } from '#capabilities/moderation/web';
import { notificationsWeb } from '#capabilities/notifications/web';
import { paymentsWeb } from '#capabilities/payments/web';
import { tenantsWeb } from '#capabilities/tenants/web';
import type { WebModule } from '#platform/web';
import { assistantsWeb } from '#products/assistants/web';
import { memoryAgentWeb } from '#products/memory-agent/web';
import { questsWeb } from '#products/quests/web';
import { homeModule } from './home/module.ts';

/** Everything this application can show, in the order of its menus. */
export const modules: readonly WebModule[] = [
  homeModule,
  questsWeb,
  memoryAgentWeb,
  assistantsWeb,
  notificationsWeb,
  chatWeb,
  identityWeb,
  tenantsWeb,
  moderationWeb,
  paymentsWeb,
  filesWeb,
  analyticsWeb,
];
