import { type Reader, sql, type Tx } from '#platform/server/database';

/** One row of the usage table. */
export interface UsageKey {
  readonly owner: string;
  readonly day: string;
  readonly component: string;
}

export interface UsageRow {
  readonly day: string;
  readonly component: string;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly requests: number;
}

/** Makes reservations of one owner wait for one another until the transaction ends. */
export async function lockOwner(tx: Tx, owner: string): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`llm.usage/${owner}`}, 0))`);
}

export async function spentOn(tx: Tx, owner: string, day: string): Promise<number> {
  const row = await tx.row<{ spent: number }>(sql`
    SELECT coalesce(sum(input_tokens + output_tokens + reserved_tokens), 0)::bigint AS spent
    FROM llm.usage WHERE owner = ${owner} AND day = ${day}::date`);
  return row?.spent ?? 0;
}

export async function reserveTokens(tx: Tx, key: UsageKey, tokens: number): Promise<void> {
  await tx.run(sql`
    INSERT INTO llm.usage (owner, day, component, reserved_tokens)
    VALUES (${key.owner}, ${key.day}::date, ${key.component}, ${tokens})
    ON CONFLICT (owner, day, component)
    DO UPDATE SET reserved_tokens = llm.usage.reserved_tokens + excluded.reserved_tokens`);
}

/** Books what was used and gives back what had been set aside for it. */
export async function bookTokens(
  writer: Reader,
  key: UsageKey,
  used: {
    readonly input: number;
    readonly output: number;
    readonly requests: number;
    readonly reserved: number;
  },
): Promise<void> {
  await writer.run(sql`
    INSERT INTO llm.usage (owner, day, component, input_tokens, output_tokens, requests)
    VALUES (${key.owner}, ${key.day}::date, ${key.component}, ${used.input}, ${used.output}, ${used.requests})
    ON CONFLICT (owner, day, component) DO UPDATE SET
      input_tokens = llm.usage.input_tokens + excluded.input_tokens,
      output_tokens = llm.usage.output_tokens + excluded.output_tokens,
      requests = llm.usage.requests + excluded.requests,
      reserved_tokens = greatest(llm.usage.reserved_tokens - ${used.reserved}, 0)`);
}

export function usageOf(reader: Reader, owner: string): Promise<UsageRow[]> {
  return reader.rows<UsageRow>(sql`
    SELECT day::text AS day, component, input_tokens, output_tokens, requests
    FROM llm.usage WHERE owner = ${owner} ORDER BY day, component`);
}

export async function eraseUsage(tx: Tx, owner: string): Promise<void> {
  await tx.run(sql`DELETE FROM llm.usage WHERE owner = ${owner}`);
}
