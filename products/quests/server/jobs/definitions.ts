import { Type } from 'typebox';
import { defineJob } from '#platform/server/jobs';

/** Takes over how popular quests became, from what people did. */
export const refreshPopularity = defineJob({
  name: 'quests.refresh_popularity',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 60, backoff: true },
  timeoutSeconds: 300,
  schedule: '*/15 * * * *',
});

/** Gives up orders that nobody paid for a day: stock, promo codes and credits go back. */
export const sweepOrders = defineJob({
  name: 'quests.sweep_orders',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 60, backoff: true },
  timeoutSeconds: 300,
  schedule: '17 * * * *',
});

/** Forgets positions of check-ins after the retention. */
export const forgetPositions = defineJob({
  name: 'quests.forget_positions',
  data: Type.Object({}),
  retry: { limit: 3, delaySeconds: 60, backoff: true },
  timeoutSeconds: 300,
  schedule: '41 3 * * *',
});
