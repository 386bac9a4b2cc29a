import { sql, type Tx } from '#platform/server/database';

export interface WebhookRow {
  readonly id: string;
  readonly provider: string;
  readonly dedupeKey: string;
  readonly event: string;
  readonly objectId: string;
  readonly body: string;
  readonly at: Date;
}

/** Keeps the raw words once; a repeat is counted. */
export async function saveWebhook(tx: Tx, row: WebhookRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO payments.webhook (id, provider, dedupe_key, event, object_id, body, received_at)
    VALUES (${row.id}::uuid, ${row.provider}, ${row.dedupeKey}, ${row.event}, ${row.objectId}, ${row.body}::jsonb,
      ${row.at}::timestamptz)
    ON CONFLICT (provider, dedupe_key) DO UPDATE SET deliveries = webhook.deliveries + 1`);
}

export async function deleteWebhooksBefore(tx: Tx, before: Date): Promise<number> {
  return tx.run(sql`DELETE FROM payments.webhook WHERE received_at < ${before}::timestamptz`);
}
