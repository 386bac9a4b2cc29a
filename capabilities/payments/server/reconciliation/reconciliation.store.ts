import { type Reader, sql, type Tx } from '#platform/server/database';
import type { ProviderName } from '../providers/provider.ts';
import type { Difference, Ours } from './compare.rules.ts';

export interface ReportRow {
  readonly id: string;
  readonly provider: ProviderName;
  readonly day: string;
  readonly payments_checked: number;
  readonly refunds_checked: number;
  readonly differences: number;
  readonly finished_at: Date;
}

export type DifferenceRow = Omit<Difference, 'providerId' | 'paymentId'> & {
  readonly id: string;
  readonly provider_id: string;
  readonly payment_id: string | null;
};

interface OursRow {
  readonly payment_id: string;
  readonly provider_id: string;
  readonly status: string;
  readonly amount: number;
  readonly currency: string;
}

function oursOf({ payment_id, provider_id, ...rest }: OursRow): Ours {
  return { paymentId: payment_id, providerId: provider_id, ...rest };
}

export async function ourPayments(
  reader: Reader,
  provider: string,
  from: Date,
  until: Date,
): Promise<Ours[]> {
  const rows = await reader.rows<OursRow>(sql`
    SELECT id AS payment_id, provider_id, status, currency,
      CASE status WHEN 'succeeded' THEN captured ELSE amount END AS amount
    FROM payments.payment WHERE provider = ${provider} AND provider_id IS NOT NULL
      AND provider_created_at >= ${from}::timestamptz AND provider_created_at < ${until}::timestamptz`);
  return rows.map(oursOf);
}

export async function ourRefunds(reader: Reader, provider: string, from: Date, until: Date): Promise<Ours[]> {
  const rows = await reader.rows<OursRow>(sql`
    SELECT r.payment_id, r.provider_id, r.status, p.currency, r.amount
    FROM payments.refund r JOIN payments.payment p ON p.id = r.payment_id
    WHERE r.provider = ${provider} AND r.provider_id IS NOT NULL
      AND r.provider_created_at >= ${from}::timestamptz AND r.provider_created_at < ${until}::timestamptz`);
  return rows.map(oursOf);
}

const columns = sql`id, provider, to_char(day, 'YYYY-MM-DD') AS day, payments_checked, refunds_checked, differences,
  finished_at`;

/** A later report of the same day takes the place of the earlier one. */
export async function saveReport(
  tx: Tx,
  report: ReportRow,
  differences: readonly (Difference & { readonly id: string })[],
): Promise<void> {
  await tx.run(sql`
    DELETE FROM payments.reconciliation_report WHERE provider = ${report.provider} AND day = ${report.day}::date`);
  await tx.run(sql`
    INSERT INTO payments.reconciliation_report (id, provider, day, payments_checked, refunds_checked, differences, finished_at)
    VALUES (${report.id}::uuid, ${report.provider}, ${report.day}::date, ${report.payments_checked},
      ${report.refunds_checked}, ${report.differences}, ${report.finished_at}::timestamptz)`);
  for (const { id, object, kind, providerId, paymentId, ours, theirs } of differences) {
    await tx.run(sql`
      INSERT INTO payments.reconciliation_difference (id, report_id, object, kind, provider_id, payment_id, ours, theirs)
      VALUES (${id}::uuid, ${report.id}::uuid, ${object}, ${kind}, ${providerId}, ${paymentId}::uuid, ${ours}, ${theirs})`);
  }
}

export async function findReports(
  reader: Reader,
  after: { readonly createdAt: Date; readonly id: string } | undefined,
  limit: number,
): Promise<readonly ReportRow[]> {
  return reader.rows<ReportRow>(sql`
    SELECT ${columns} FROM payments.reconciliation_report
    WHERE ${after?.id ?? null}::uuid IS NULL
      OR (finished_at, id) < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::uuid)
    ORDER BY finished_at DESC, id DESC LIMIT ${limit}`);
}

export async function findReport(reader: Reader, id: string): Promise<ReportRow | undefined> {
  return reader.row<ReportRow>(
    sql`SELECT ${columns} FROM payments.reconciliation_report WHERE id = ${id}::uuid`,
  );
}

export async function differencesOf(
  reader: Reader,
  reportId: string,
  after: string | undefined,
  limit: number,
): Promise<readonly DifferenceRow[]> {
  return reader.rows<DifferenceRow>(sql`
    SELECT id, object, kind, provider_id, payment_id, ours, theirs FROM payments.reconciliation_difference
    WHERE report_id = ${reportId}::uuid AND (${after ?? null}::uuid IS NULL OR id > ${after ?? null}::uuid)
    ORDER BY id LIMIT ${limit}`);
}
