import type { CliCommand } from '#platform/server/modules';
import type { PaymentsService } from '../service.ts';

/** Commands of the payments module for the command line. */
export const commands: readonly CliCommand<PaymentsService>[] = [
  {
    path: 'payments rebuild',
    summary: 'Replay all payment events into fresh projections and compute all balances from their entries',
    async run({ print, service }) {
      const payments = await service.rebuild();
      const corrected = await service.ledger.rebuildBalances(service.database);
      print(`Rebuilt ${payments} payments; ${corrected} balances were wrong.`);
    },
  },
  {
    path: 'payments reconcile',
    summary: 'Compare a day (UTC, yesterday by default) with the payment providers',
    args: ['[day]'],
    async run({ args, print, service }) {
      for (const report of await service.reconciliation.run(args[0])) {
        print(
          `${report.provider} ${report.day}: ${report.payments_checked} payments, ` +
            `${report.refunds_checked} refunds, ${report.differences} differences.`,
        );
      }
    },
  },
];
