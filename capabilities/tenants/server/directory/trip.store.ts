import { type Reader, sql, type Tx } from '#platform/server/database';

export interface TripRow {
  readonly binder_hash: Buffer;
  readonly sealed: Buffer;
  readonly user_id: string | null;
  readonly session_id: string | null;
  readonly return_to: string | null;
  readonly expires_at: Date;
}

/** Needs the company's scope. Trips that nobody finished go on the way. */
export async function insertTrip(
  tx: Tx,
  companyId: string,
  stateHash: Buffer,
  row: TripRow,
  now: Date,
): Promise<void> {
  await tx.run(
    sql`DELETE FROM tenants.directory_trip WHERE company_id = ${companyId} AND expires_at <= ${now}`,
  );
  await tx.run(
    sql`DELETE FROM tenants.directory_proof WHERE company_id = ${companyId} AND expires_at <= ${now}`,
  );
  await tx.run(sql`
    INSERT INTO tenants.directory_trip (state_hash, company_id, binder_hash, sealed, user_id, session_id, return_to, expires_at)
    VALUES (${stateHash}, ${companyId}, ${row.binder_hash}, ${row.sealed}, ${row.user_id}, ${row.session_id},
      ${row.return_to}, ${row.expires_at})`);
}

/** A state works once, whatever becomes of it. */
export function takeTrip(reader: Reader, companyId: string, stateHash: Buffer): Promise<TripRow | undefined> {
  return reader.row<TripRow>(sql`
    DELETE FROM tenants.directory_trip WHERE company_id = ${companyId} AND state_hash = ${stateHash}
    RETURNING binder_hash, sealed, user_id, session_id, return_to, expires_at`);
}
