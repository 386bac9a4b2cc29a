import type { WorkDoor } from '#platform/server/modules';
import type { PaymentsService } from '../service.ts';
import {
  advancePayment,
  observePayment,
  pollPayments,
  purgeWebhooks,
  readWebhook,
  reconcileDay,
} from './definitions.ts';

const pollBatch = 200;

export function work({ handle, service, platform }: WorkDoor<PaymentsService>): void {
  const { database, jobs, log } = platform;
  const { progress, webhooks, reconciliation } = service;
  handle(advancePayment, async ({ data }) => void (await progress.advance(data.payment_id)));
  handle(observePayment, async ({ data }) => void (await progress.observe(data.payment_id)));
  handle(readWebhook, ({ data }) => webhooks.read(data.provider, data.object_id));
  handle(pollPayments, async () => {
    const due = await progress.takeDue(pollBatch);
    if (due.length === 0) return;
    await database.transaction(async (tx) => {
      for (const id of due) {
        await jobs.send(tx, observePayment, { payment_id: id }, { singletonKey: `poll:${id}` });
      }
    });
  });
  handle(reconcileDay, async ({ data }) => {
    const reports = await reconciliation.run(data.day);
    const differences = reports.reduce((sum, report) => sum + report.differences, 0);
    log.info({ reports: reports.length, differences }, 'payments reconciled');
  });
  handle(purgeWebhooks, async () => {
    log.info({ deleted: await webhooks.purge() }, 'old notifications deleted');
  });
}
