import { type Page, pageOf } from '#base/page';
import { type Reader, sql, type Tx } from '#platform/server/database';
import type { FileReport } from '#products/assistants/engines/diagnostics';
import type { SeverityCounts } from '../tasks/severity-counts.ts';
import type { Review, ReviewDetail } from './review.ts';

interface ReviewRow {
  readonly id: string;
  readonly name: string;
  readonly files: number;
  readonly counts: SeverityCounts;
  readonly author_id: string | null;
  readonly created_at: Date;
}

const reviewOf = ({ id, name, files, counts, author_id, created_at }: ReviewRow): Review => ({
  id,
  name,
  files,
  counts,
  authorId: author_id,
  createdAt: created_at,
});

const columns = sql`id, name, files, counts, author_id, created_at`;

/** Newest first: ids begin with the moment they were made. */
export async function reviewsOf(
  reader: Reader,
  { limit, cursor, name }: { readonly limit: number; readonly cursor?: string; readonly name?: string },
): Promise<Page<Review>> {
  const rows = await reader.rows<ReviewRow>(sql`
    SELECT ${columns} FROM assistants.review
     WHERE (${cursor ?? null}::uuid IS NULL OR id < ${cursor ?? null})
       AND (${name ?? null}::text IS NULL OR name = ${name ?? null})
     ORDER BY id DESC LIMIT ${limit + 1}`);
  return pageOf(rows.map(reviewOf), limit, ({ id }) => id);
}

export async function reviewOfId(reader: Reader, id: string): Promise<ReviewDetail | undefined> {
  const row = await reader.row<ReviewRow & { report: readonly FileReport[]; left_out: number }>(
    sql`SELECT ${columns}, report, left_out FROM assistants.review WHERE id = ${id}`,
  );
  return row === undefined ? undefined : { ...reviewOf(row), report: row.report, leftOut: row.left_out };
}

/** Serialises the saving of reviews within a company, so that their number can be counted. */
export async function lockReviews(tx: Tx, tenantId: string): Promise<number> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`assistants.review:${tenantId}`}, 0))`);
  const row = await tx.row<{ count: number }>(sql`SELECT count(*)::int AS count FROM assistants.review`);
  return row?.count ?? 0;
}

export function insertReview(
  tx: Tx,
  tenantId: string,
  { id, name, files, counts, authorId, createdAt, report, leftOut }: ReviewDetail,
): Promise<number> {
  return tx.run(sql`
    INSERT INTO assistants.review (id, tenant_id, name, files, counts, report, left_out, author_id, created_at)
    VALUES (${id}, ${tenantId}, ${name}, ${files}, ${JSON.stringify(counts)}::jsonb,
            ${JSON.stringify(report)}::jsonb, ${leftOut}, ${authorId}, ${createdAt})`);
}

/** Whose it is, locked until the transaction ends; undefined when there is none. */
export async function lockReview(
  tx: Tx,
  id: string,
): Promise<{ readonly authorId: string | null } | undefined> {
  const row = await tx.row<{ author_id: string | null }>(
    sql`SELECT author_id FROM assistants.review WHERE id = ${id} FOR UPDATE`,
  );
  return row === undefined ? undefined : { authorId: row.author_id };
}

export function removeReview(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM assistants.review WHERE id = ${id}`);
}
