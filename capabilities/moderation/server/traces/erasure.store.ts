import { sql, type Tx } from '#platform/server/database';

/** Signatures and ratings older than the moment. */
export async function deleteTracesBefore(tx: Tx, before: Date): Promise<number> {
  const signatures = await tx.run(sql`DELETE FROM moderation.text_signature WHERE seen_at < ${before}`);
  return signatures + (await tx.run(sql`DELETE FROM moderation.rating WHERE rated_at < ${before}`));
}

/** What filters know of a person. */
export async function deleteTracesOf(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`DELETE FROM moderation.text_signature WHERE author_id = ${userId}`);
  await tx.run(sql`DELETE FROM moderation.rating WHERE author_id = ${userId}`);
  await tx.run(sql`DELETE FROM moderation.author WHERE author_id = ${userId}`);
}
