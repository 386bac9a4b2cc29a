import { pageOf } from '#base/page';
import { Refusal } from '#base/refusal';
import type { ServeDoor } from '#platform/server/modules';
import {
  getReport,
  listReports,
  type ReconciliationReport,
  runReconciliation,
} from '../../contract/index.ts';
import { readIdCursor, readTimeCursor, writeTimeCursor } from '../cursor.rules.ts';
import type { PaymentsService } from '../service.ts';

const defaultLimit = 20;

function present(
  row: Omit<ReconciliationReport, 'finished_at'> & { readonly finished_at: Date },
): ReconciliationReport {
  return { ...row, finished_at: row.finished_at.toISOString() };
}

export function serveReconciliation({ mount, service }: ServeDoor<PaymentsService>): void {
  mount(listReports, async ({ query }) => {
    const { limit = defaultLimit, cursor } = query;
    const rows = await service.lists.reports(readTimeCursor(cursor), limit + 1);
    const page = pageOf(rows, limit, ({ finished_at: createdAt, id }) => writeTimeCursor({ createdAt, id }));
    return { items: page.items.map(present), next_cursor: page.nextCursor };
  });

  mount(getReport, async ({ params, query }) => {
    const { limit = defaultLimit, cursor } = query;
    const found = await service.lists.report(params.id, readIdCursor(cursor), limit + 1);
    if (found === undefined) {
      throw new Refusal('not_found', 'payments.report_not_found', 'There is no such report.');
    }
    const page = pageOf(found.differences, limit, (last) => last.id);
    return { report: present(found.report), items: [...page.items], next_cursor: page.nextCursor };
  });

  mount(runReconciliation, async ({ body }) => ({
    reports: (await service.reconciliation.run(body.day)).map(present),
  }));
}
