import { sql, type Tx } from '#platform/server/database';

export function setRequirements(
  tx: Tx,
  companyId: string,
  wanted: { readonly secondFactor: boolean; readonly directory: boolean },
): Promise<number> {
  return tx.run(sql`
    UPDATE tenants.company
       SET second_factor_required = ${wanted.secondFactor}, directory_required = ${wanted.directory}
     WHERE id = ${companyId}`);
}
