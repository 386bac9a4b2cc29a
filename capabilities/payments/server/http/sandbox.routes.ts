import { Refusal } from '#base/refusal';
import type { ServeDoor } from '#platform/server/modules';
import { actInSandbox, getSandboxCheckout, type SandboxCheckout } from '../../contract/index.ts';
import type { SandboxPage } from '../providers/sandbox/checkout.ts';
import type { SandboxAct } from '../providers/sandbox/sandbox.ts';
import type { PaymentsService } from '../service.ts';

function present(page: SandboxPage): SandboxCheckout {
  const { id, status, amount, currency, method, two_stage, description, reason, return_path } = page;
  return { id, status, amount, currency, method, two_stage, description, reason, return_path };
}

function actOf(body: {
  readonly action: 'pay' | 'decline';
  readonly reason?: string;
  readonly card?: string;
}): SandboxAct {
  return body.action === 'pay'
    ? { action: 'pay', card: body.card }
    : { action: 'decline', reason: body.reason ?? 'general_decline' };
}

export function serveSandbox({ mount, service }: ServeDoor<PaymentsService>): void {
  function checkout() {
    if (service.checkout === undefined) {
      throw new Refusal('not_found', 'payments.sandbox_off', 'There is no test provider here.');
    }
    return service.checkout;
  }

  mount(getSandboxCheckout, async ({ params }) => present(await checkout().show(params.id)));
  mount(actInSandbox, async ({ params, body }) => present(await checkout().act(params.id, actOf(body))));
}
