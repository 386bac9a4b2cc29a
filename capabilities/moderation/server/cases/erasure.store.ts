import { sql, type Tx } from '#platform/server/database';

/** Takes a person out of everything about cases: as author, reporter and moderator. The decisions stay. */
export async function forgetPerson(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`DELETE FROM moderation.case_report WHERE reporter_id = ${userId}`);
  await tx.run(sql`
    UPDATE moderation.case_history h SET note = NULL
    FROM moderation.case_file c
    WHERE c.id = h.case_id AND c.author_id = ${userId} AND h.act = 'opened' AND h.note IS NOT NULL`);
  await tx.run(sql`UPDATE moderation.case_file SET author_id = NULL WHERE author_id = ${userId}`);
  await tx.run(sql`UPDATE moderation.case_file SET decided_by = NULL WHERE decided_by = ${userId}`);
  await tx.run(sql`
    UPDATE moderation.case_file SET status = 'open', claimed_by = NULL, claimed_at = NULL, claim_expires_at = NULL
    WHERE status = 'claimed' AND claimed_by = ${userId}`);
  await tx.run(sql`UPDATE moderation.case_history SET actor_id = NULL WHERE actor_id = ${userId}`);
  await tx.run(sql`UPDATE moderation.image_block SET blocked_by = NULL WHERE blocked_by = ${userId}`);
}
