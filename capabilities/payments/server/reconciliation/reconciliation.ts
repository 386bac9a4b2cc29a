import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import { type Clock, day as dayMs } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Log } from '#platform/server/telemetry';
import type { Provider } from '../providers/provider.ts';
import type { Providers } from '../providers/providers.ts';
import { compare } from './compare.rules.ts';
import { ourPayments, ourRefunds, type ReportRow, saveReport } from './reconciliation.store.ts';

export interface Reconciliation {
  /** Compares a day (UTC, `2026-11-21`; yesterday by default) with every provider. Writes a report for each. */
  run(day?: string): Promise<readonly ReportRow[]>;
}

export function createReconciliation(
  database: Database,
  providers: Providers,
  clock: Clock,
  log: Log,
): Reconciliation {
  async function one(provider: Provider, day: string, from: Date, until: Date): Promise<ReportRow> {
    const [theirs, theirRefunds] = [
      await provider.listPayments(from, until),
      await provider.listRefunds(from, until),
    ];
    // Ours are read afterwards, so that what moves meanwhile is ahead here, not missing.
    const [ours, refunds] = [
      await ourPayments(database, provider.name, from, until),
      await ourRefunds(database, provider.name, from, until),
    ];
    const differences = [
      ...compare('payment', ours, theirs),
      ...compare('refund', refunds, theirRefunds),
    ].map((difference) => ({ ...difference, id: newId(clock().getTime()) }));
    const report: ReportRow = {
      id: newId(clock().getTime()),
      provider: provider.name,
      day,
      payments_checked: theirs.length,
      refunds_checked: theirRefunds.length,
      differences: differences.length,
      finished_at: clock(),
    };
    await database.transaction((tx) => saveReport(tx, report, differences));
    if (differences.length > 0) {
      log.error(
        { provider: provider.name, day, differences: differences.length },
        'our payments differ from the provider: an operator must look',
      );
    }
    return report;
  }

  return {
    async run(given) {
      const now = clock();
      const day = given ?? new Date(now.getTime() - dayMs).toISOString().slice(0, 10);
      const from = new Date(`${day}T00:00:00Z`);
      if (Number.isNaN(from.getTime()) || from.getTime() > now.getTime()) {
        throw new Refusal('invalid', 'payments.day_not_over', 'Choose a day that has begun already.', {
          errors: [{ pointer: '/body/day', message: 'has not begun' }],
        });
      }
      const until = new Date(from.getTime() + dayMs);
      const reports: ReportRow[] = [];
      for (const provider of providers.all) reports.push(await one(provider, day, from, until));
      return reports;
    },
  };
}
