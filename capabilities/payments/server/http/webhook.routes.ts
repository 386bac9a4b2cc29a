import type { ServeDoor } from '#platform/server/modules';
import { stripeWebhook, yookassaWebhook } from '../../contract/index.ts';
import type { PaymentsService } from '../service.ts';

export function serveWebhooks({ mount, service }: ServeDoor<PaymentsService>): void {
  mount(yookassaWebhook, async ({ body, address }) => {
    await service.webhooks.yookassa(body, address);
    return { received: true as const };
  });
  mount(stripeWebhook, async ({ body, header }) => {
    await service.webhooks.stripe(body, header('stripe-signature'));
    return { received: true as const };
  });
}
