import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Flag } from '../index.ts';
import type { Case, CaseStatus } from './case.ts';

export interface CaseRow {
  readonly id: string;
  readonly kind: string;
  readonly subject_id: string;
  readonly author_id: string | null;
  readonly status: CaseStatus;
  readonly flags: readonly Flag[];
  readonly reports: number;
  readonly opened_at: Date;
  readonly due_at: Date;
  readonly claimed_by: string | null;
  readonly claim_expires_at: Date | null;
  readonly closed_at: Date | null;
  readonly reason_code: string | null;
  readonly note: string | null;
  readonly decided_by: string | null;
}

export const caseColumns = sql`id, kind, subject_id, author_id, status, flags, reports, opened_at, due_at,
  claimed_by, claim_expires_at, closed_at, reason_code, note, decided_by`;

export function caseOf(row: CaseRow): Case {
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    authorId: row.author_id,
    status: row.status,
    flags: row.flags,
    reports: row.reports,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    claimedBy: row.claimed_by,
    claimExpiresAt: row.claim_expires_at,
    closedAt: row.closed_at,
    reasonCode: row.reason_code,
    note: row.note,
    decidedBy: row.decided_by,
  };
}

async function one(row: Promise<CaseRow | undefined>): Promise<Case | undefined> {
  const found = await row;
  return found === undefined ? undefined : caseOf(found);
}

export function findCase(reader: Reader, id: string): Promise<Case | undefined> {
  return one(reader.row<CaseRow>(sql`SELECT ${caseColumns} FROM moderation.case_file WHERE id = ${id}`));
}

/** The case with its row locked: nobody else can claim or decide until the transaction ends. */
export function lockCase(tx: Tx, id: string): Promise<Case | undefined> {
  return one(
    tx.row<CaseRow>(sql`SELECT ${caseColumns} FROM moderation.case_file WHERE id = ${id} FOR UPDATE`),
  );
}

export function lockUnfinished(tx: Tx, kind: string, subjectId: string): Promise<Case | undefined> {
  return one(
    tx.row<CaseRow>(sql`
      SELECT ${caseColumns} FROM moderation.case_file
      WHERE kind = ${kind} AND subject_id = ${subjectId} AND status IN ('open', 'claimed') FOR UPDATE`),
  );
}

/** Answers false when the subject has an unfinished case, waiting for whoever is making one. */
export async function insertCase(
  tx: Tx,
  opened: Pick<Case, 'id' | 'kind' | 'subjectId' | 'authorId' | 'openedAt' | 'dueAt'>,
): Promise<boolean> {
  const made = await tx.run(sql`
    INSERT INTO moderation.case_file (id, kind, subject_id, author_id, status, opened_at, due_at)
    VALUES (${opened.id}, ${opened.kind}, ${opened.subjectId}, ${opened.authorId}, 'open',
      ${opened.openedAt}, ${opened.dueAt})
    ON CONFLICT (kind, subject_id) WHERE status IN ('open', 'claimed') DO NOTHING`);
  return made === 1;
}

export async function updateEvidence(
  tx: Tx,
  id: string,
  flags: readonly Flag[],
  moreReports: number,
): Promise<void> {
  await tx.run(sql`
    UPDATE moderation.case_file SET flags = ${JSON.stringify(flags)}::jsonb, reports = reports + ${moreReports}
    WHERE id = ${id}`);
}

export async function setClaim(
  tx: Tx,
  id: string,
  claim: { readonly moderatorId: string; readonly at: Date; readonly expiresAt: Date } | null,
): Promise<void> {
  await tx.run(sql`
    UPDATE moderation.case_file
    SET status = ${claim === null ? 'open' : 'claimed'}, claimed_by = ${claim?.moderatorId ?? null},
      claimed_at = ${claim?.at ?? null}, claim_expires_at = ${claim?.expiresAt ?? null}
    WHERE id = ${id}`);
}

export async function closeCase(
  tx: Tx,
  id: string,
  closing: {
    readonly status: 'approved' | 'rejected' | 'withdrawn';
    readonly at: Date;
    readonly decidedBy: string | null;
    readonly reasonCode: string | null;
    readonly note: string | null;
  },
): Promise<void> {
  await tx.run(sql`
    UPDATE moderation.case_file
    SET status = ${closing.status}, closed_at = ${closing.at}, decided_by = ${closing.decidedBy},
      reason_code = ${closing.reasonCode}, note = ${closing.note}, claimed_by = NULL, claim_expires_at = NULL
    WHERE id = ${id}`);
}
