import type { Progress } from '../../payment/progress.ts';
import type { SandboxRow } from './sandbox.store.ts';
import type { Sandbox, SandboxAct } from './sandbox.ts';

export type SandboxPage = SandboxRow;

/** The sandbox's checkout page: what the payer does is known to us at once, as if a webhook had come. */
export interface SandboxCheckoutPage {
  show(id: string): Promise<SandboxPage>;
  act(id: string, act: SandboxAct): Promise<SandboxPage>;
}

export function createCheckoutPage(sandbox: Sandbox, progress: Progress): SandboxCheckoutPage {
  return {
    show: (id) => sandbox.checkout(id),
    async act(id, act) {
      const row = await sandbox.act(id, act);
      await progress.observe(row.reference);
      return sandbox.checkout(id);
    },
  };
}
