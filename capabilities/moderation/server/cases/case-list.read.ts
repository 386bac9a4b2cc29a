import { type Page, pageOf } from '#base/page';
import { joinSql, type Reader, type Sql, sql } from '#platform/server/database';
import { type CaseRow, caseColumns, caseOf } from './case.store.ts';
import type { Case, CaseStatus } from './case.ts';
import { decodePlace, encodePlace } from './cursor.rules.ts';

export interface CaseFilter {
  readonly kinds: readonly string[];
  readonly status?: CaseStatus;
  readonly claimedBy?: string;
  readonly late?: boolean;
  readonly now: Date;
  readonly limit: number;
  readonly cursor?: string;
}

function statusIs(status: CaseStatus | undefined, now: Date): Sql {
  switch (status) {
    case undefined:
      return sql`status IN ('open', 'claimed')`;
    case 'open':
      return sql`(status = 'open' OR (status = 'claimed' AND claim_expires_at <= ${now}))`;
    case 'claimed':
      return sql`status = 'claimed' AND claim_expires_at > ${now}`;
    case 'approved':
    case 'rejected':
    case 'withdrawn':
      return sql`status = ${status}`;
  }
}

/** The first due first. A claim that ran out counts as open. */
export async function listCases(reader: Reader, filter: CaseFilter): Promise<Page<Case>> {
  const { kinds, status, claimedBy, late, now, limit, cursor } = filter;
  const place = cursor === undefined ? undefined : decodePlace(cursor);
  const conditions = [
    sql`kind = ANY(${kinds}::text[])`,
    statusIs(status, now),
    ...(place === undefined ? [] : [sql`(due_at, id) > (${place.dueAt}, ${place.id}::uuid)`]),
    ...(claimedBy === undefined
      ? []
      : [sql`status = 'claimed' AND claimed_by = ${claimedBy} AND claim_expires_at > ${now}`]),
    ...(late === true ? [sql`status IN ('open', 'claimed') AND due_at < ${now}`] : []),
  ];
  const rows = await reader.rows<CaseRow>(sql`
    SELECT ${caseColumns} FROM moderation.case_file
    WHERE ${joinSql(conditions, sql` AND `)}
    ORDER BY due_at, id LIMIT ${limit + 1}`);
  return pageOf(rows.map(caseOf), limit, encodePlace);
}
