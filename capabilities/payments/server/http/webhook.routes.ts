import type { ServeDoor } from '#platform/server/modules';
import { stripeWebhook, yookassaWebhook } from '../../contract/index.ts';
import type { PaymentsService } from '../service.ts';

export function serveWebhooks({ mount, service }: ServeDoor<PaymentsService>): void {
  mount(yookassaWebhook, async ({ body, address }, reply) => {
    await service.webhooks.yookassa(body, address);
    reply.status(200);
  });
  mount(stripeWebhook, async ({ body, header }, reply) => {
    await service.webhooks.stripe(body, header('stripe-signature'));
    reply.status(200);
  });
}
