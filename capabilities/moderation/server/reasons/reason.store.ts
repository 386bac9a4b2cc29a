import { isId } from '#base/ids';
import { type Page, pageOf } from '#base/page';
import { isUniqueViolation, type Reader, sql, type Tx } from '#platform/server/database';
import { badCursor } from '../cases/cursor.rules.ts';
import type { Decision } from '../index.ts';

/** Words for a decision, ready to be chosen. A row: the wire names are the same. */
export interface Reason {
  readonly id: string;
  /** `*`: for every kind. */
  readonly kind: string;
  readonly locale: 'ru' | 'en';
  readonly code: string;
  readonly decision: Decision;
  readonly title: string;
  readonly body: string;
}

const columns = sql`id, kind, locale, code, decision, title, body`;

export async function listReasons(
  reader: Reader,
  filter: {
    readonly kind?: string;
    readonly locale?: string;
    readonly limit: number;
    readonly cursor?: string;
  },
): Promise<Page<Reason>> {
  const { kind = null, locale = null, limit, cursor = null } = filter;
  if (cursor !== null && !isId(cursor)) throw badCursor();
  const rows = await reader.rows<Reason>(sql`
    SELECT ${columns} FROM moderation.reason_template
    WHERE (${kind}::text IS NULL OR kind IN ('*', ${kind})) AND (${locale}::text IS NULL OR locale = ${locale})
      AND (${cursor}::uuid IS NULL OR (decision, code, kind, locale, id) >
        (SELECT t.decision, t.code, t.kind, t.locale, t.id FROM moderation.reason_template t WHERE t.id = ${cursor}))
    ORDER BY decision, code, kind, locale, id LIMIT ${limit + 1}`);
  return pageOf(rows, limit, ({ id }) => id);
}

/** Whether a reason of this code may stand under a decision on the kind. */
export async function hasReason(
  reader: Reader,
  kind: string,
  code: string,
  decision: Decision,
): Promise<boolean> {
  const row = await reader.row(sql`
    SELECT 1 FROM moderation.reason_template
    WHERE kind IN ('*', ${kind}) AND code = ${code} AND decision = ${decision} LIMIT 1`);
  return row !== undefined;
}

/** Answers false when the kind has this code in this language already. */
export async function insertReason(tx: Tx, reason: Reason): Promise<boolean> {
  try {
    await tx.run(sql`
      INSERT INTO moderation.reason_template (id, kind, locale, code, decision, title, body)
      VALUES (${reason.id}, ${reason.kind}, ${reason.locale}, ${reason.code}, ${reason.decision},
        ${reason.title}, ${reason.body})`);
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

export function updateReason(
  tx: Tx,
  id: string,
  words: { readonly title?: string; readonly body?: string },
): Promise<Reason | undefined> {
  return tx.row<Reason>(sql`
    UPDATE moderation.reason_template
    SET title = coalesce(${words.title ?? null}, title), body = coalesce(${words.body ?? null}, body)
    WHERE id = ${id} RETURNING ${columns}`);
}

export function deleteReason(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM moderation.reason_template WHERE id = ${id}`);
}
