import { joinSql, type Reader, type Sql, sql, type Tx } from '#platform/server/database';

export interface AuditRow {
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  readonly actor_id: string | null;
  readonly subject_id: string | null;
  readonly details: Record<string, unknown>;
  readonly prev_hash: string;
  readonly hash: string;
}

export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export interface AuditFilter {
  readonly action: string | undefined;
  readonly actorId: string | undefined;
  readonly subjectId: string | undefined;
  /** Entries before this one only. */
  readonly before: number | undefined;
}

const columns = sql`seq, at, action, actor_id, subject_id, details, prev_hash, hash`;

export async function lockHead(tx: Tx): Promise<AuditHead> {
  const head = await tx.row<AuditHead>(
    sql`SELECT seq, hash FROM identity.audit_head WHERE id = 1 FOR UPDATE`,
  );
  if (head === undefined) throw new Error('The audit log has no head row.');
  return head;
}

export async function readHead(reader: Reader): Promise<AuditHead | undefined> {
  return reader.row<AuditHead>(sql`SELECT seq, hash FROM identity.audit_head WHERE id = 1`);
}

export async function insertEntry(tx: Tx, row: AuditRow): Promise<void> {
  await tx.run(sql`
    WITH entry AS (
      INSERT INTO identity.audit_entry (${columns})
      VALUES (${row.seq}, ${row.at}, ${row.action}, ${row.actor_id}, ${row.subject_id},
        ${JSON.stringify(row.details)}::jsonb, ${row.prev_hash}, ${row.hash}))
    UPDATE identity.audit_head SET seq = ${row.seq}, hash = ${row.hash} WHERE id = 1`);
}

export async function findEntries(reader: Reader, filter: AuditFilter, limit: number): Promise<AuditRow[]> {
  const conditions: Sql[] = [sql`true`];
  if (filter.action !== undefined) conditions.push(sql`action = ${filter.action}`);
  if (filter.actorId !== undefined) conditions.push(sql`actor_id = ${filter.actorId}::uuid`);
  if (filter.subjectId !== undefined) conditions.push(sql`subject_id = ${filter.subjectId}`);
  if (filter.before !== undefined) conditions.push(sql`seq < ${filter.before}::bigint`);
  return reader.rows<AuditRow>(
    sql`SELECT ${columns} FROM identity.audit_entry WHERE ${joinSql(conditions, sql` AND `)}
        ORDER BY seq DESC LIMIT ${limit}`,
  );
}

export interface TrailPage {
  readonly limit: number;
  /** Entries before this one only. */
  readonly before: number | undefined;
}

/** What was done to a company, or in it: its id is the subject, or stands in the details. */
export async function companyEntries(
  reader: Reader,
  companyId: string,
  { limit, before }: TrailPage,
): Promise<AuditRow[]> {
  const end = before === undefined ? sql`` : sql` AND seq < ${before}::bigint`;
  return reader.rows<AuditRow>(sql`
    SELECT ${columns} FROM (
      (SELECT * FROM identity.audit_entry WHERE subject_id = ${companyId}${end} ORDER BY seq DESC LIMIT ${limit})
      UNION
      (SELECT * FROM identity.audit_entry WHERE details ? 'company' AND details->>'company' = ${companyId}${end} ORDER BY seq DESC LIMIT ${limit})
    ) AS entry ORDER BY seq DESC LIMIT ${limit}`);
}

export async function entriesAfter(reader: Reader, seq: number, limit: number): Promise<AuditRow[]> {
  return reader.rows<AuditRow>(
    sql`SELECT ${columns} FROM identity.audit_entry WHERE seq > ${seq} ORDER BY seq LIMIT ${limit}`,
  );
}

export async function entriesAbout(reader: Reader, userId: string): Promise<AuditRow[]> {
  return reader.rows<AuditRow>(
    sql`SELECT ${columns} FROM identity.audit_entry
        WHERE actor_id = ${userId}::uuid OR subject_id = ${userId} ORDER BY seq`,
  );
}
