import type { ServeDoor } from '#platform/server/modules';
import type { PaymentsService } from '../service.ts';
import { serveOperations } from './operations.routes.ts';
import { servePayments } from './payments.routes.ts';
import { serveReconciliation } from './reconciliation.routes.ts';
import { serveSandbox } from './sandbox.routes.ts';
import { serveWebhooks } from './webhook.routes.ts';

export function serve(door: ServeDoor<PaymentsService>): void {
  servePayments(door);
  serveOperations(door);
  serveReconciliation(door);
  serveSandbox(door);
  serveWebhooks(door);
}
