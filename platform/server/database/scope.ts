import { sql } from './sql.ts';
import type { Scope, Tx } from './types.ts';

/** Lets the rest of a transaction run on somebody's behalf, for work that serves one owner after another. */
export async function setScope(tx: Tx, scope: Scope): Promise<void> {
  await tx.run(
    sql`SELECT set_config('quintet.owner', ${scope.owner ?? ''}, true), set_config('quintet.tenant', ${scope.tenant ?? ''}, true)`,
  );
}
