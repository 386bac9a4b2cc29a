import { analyticsModule } from '#modules/capabilities/analytics';
import { chatModule } from '#modules/capabilities/chat';
import { filesModule } from '#modules/capabilities/files';
import { geoModule } from '#modules/capabilities/geo';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { moderationModule } from '#modules/capabilities/moderation';
import { notificationsModule } from '#modules/capabilities/notifications';
import { paymentsModule } from '#modules/capabilities/payments';
import { recommendationsModule } from '#modules/capabilities/recommendations';
import { searchModule } from '#modules/capabilities/search';
import { tenantsModule } from '#modules/capabilities/tenants';
import { assistantsModule } from '#modules/products/assistants';
import { memoryAgentModule } from '#modules/products/memory-agent';
import { questsModule } from '#modules/products/quests';
import type { Module } from '#platform/server/modules';

/** Everything this program can serve. A process takes all of it, or what MODULES names. */
export const modules: readonly Module[] = [
  identityModule,
  tenantsModule,
  filesModule,
  moderationModule,
  paymentsModule,
  llmModule,
  memoryModule,
  notificationsModule,
  memoryAgentModule,
  geoModule,
  analyticsModule,
  recommendationsModule,
  searchModule,
  chatModule,
  questsModule,
  assistantsModule,
];
