import { analyticsModule } from '#modules/capabilities/analytics';
import { geoModule } from '#modules/capabilities/geo';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { notificationsModule } from '#modules/capabilities/notifications';
import { paymentsModule } from '#modules/capabilities/payments';
import { memoryAgentModule } from '#modules/products/memory-agent';
import type { Module } from '#platform/server/modules';

/** Everything this program can serve. A process takes all of it, or what MODULES names. */
export const modules: readonly Module[] = [
  identityModule,
  llmModule,
  memoryModule,
  notificationsModule,
  paymentsModule,
  memoryAgentModule,
  geoModule,
  analyticsModule,
];
