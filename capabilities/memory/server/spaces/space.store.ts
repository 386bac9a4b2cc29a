import { newId } from '#base/ids';
import { type Reader, sql, type Tx } from '#platform/server/database';
import type { SpaceKey } from './space-key.rules.ts';

export interface SpaceRow {
  readonly id: string;
  readonly owner_id: string;
  readonly version: number;
  readonly purge_epoch: number;
}

export interface DirectoryRow {
  readonly space_id: string;
  readonly owner_id: string;
  readonly agent_id: string;
  readonly l0: number;
  readonly l1: number;
  readonly l2: number;
  readonly l3: number;
  readonly forgotten: number;
  readonly pending: number;
  readonly waiting: number;
}

/** Locks the space for this transaction and gives the version its rows are written with. */
export async function lockSpace(tx: Tx, { ownerId, agentId }: SpaceKey): Promise<SpaceRow | undefined> {
  return tx.row<SpaceRow>(sql`
    UPDATE memory.space SET version = version + 1 WHERE owner_id = ${ownerId} AND agent_id = ${agentId}
    RETURNING id, owner_id, version, purge_epoch`);
}

export async function makeSpace(tx: Tx, { ownerId, agentId }: SpaceKey): Promise<void> {
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO memory.space (id, owner_id, agent_id) VALUES (${newId()}, ${ownerId}, ${agentId})
    ON CONFLICT (owner_id, agent_id) DO NOTHING RETURNING id`);
  if (made === undefined) return;
  await tx.run(sql`
    INSERT INTO memory.space_directory (space_id, owner_id, agent_id) VALUES (${made.id}, ${ownerId}, ${agentId})`);
}

export async function findSpace(
  reader: Reader,
  { ownerId, agentId }: SpaceKey,
): Promise<SpaceRow | undefined> {
  return reader.row<SpaceRow>(sql`
    SELECT id, owner_id, version, purge_epoch FROM memory.space
     WHERE owner_id = ${ownerId} AND agent_id = ${agentId}`);
}

/** After a hard deletion: every projection of the space must be built anew. */
export async function advancePurgeEpoch(tx: Tx, spaceId: string): Promise<void> {
  await tx.run(sql`UPDATE memory.space SET purge_epoch = purge_epoch + 1 WHERE id = ${spaceId}`);
}

const directory = sql`space_id, owner_id, agent_id, l0, l1, l2, l3, forgotten, pending, waiting`;

/** How full a space is; one indexed row. */
export async function findFilling(
  reader: Reader,
  { ownerId, agentId }: SpaceKey,
): Promise<(DirectoryRow & { readonly last_consolidation: Date | null }) | undefined> {
  return reader.row(sql`
    SELECT d.space_id, d.owner_id, d.agent_id, d.l0, d.l1, d.l2, d.l3, d.forgotten, d.pending, d.waiting,
           s.last_consolidation
      FROM memory.space s JOIN memory.space_directory d ON d.space_id = s.id
     WHERE s.owner_id = ${ownerId} AND s.agent_id = ${agentId}`);
}

/** Spaces by id, a page at a time, for work that goes over all of them. */
export async function spacesAfter(
  reader: Reader,
  after: string | null,
  filter: { readonly waiting: boolean; readonly limit: number },
): Promise<DirectoryRow[]> {
  return reader.rows<DirectoryRow>(sql`
    SELECT ${directory} FROM memory.space_directory
     WHERE (${after}::uuid IS NULL OR space_id > ${after}::uuid) AND (NOT ${filter.waiting}::boolean OR waiting > 0)
     ORDER BY space_id LIMIT ${filter.limit}`);
}

export async function spacesOfOwner(reader: Reader, ownerId: string): Promise<DirectoryRow[]> {
  return reader.rows<DirectoryRow>(sql`
    SELECT ${directory} FROM memory.space_directory WHERE owner_id = ${ownerId} ORDER BY agent_id`);
}

/** Removes a space with everything in it. The transaction must run under the owner's scope. */
export async function removeSpace(tx: Tx, spaceId: string): Promise<void> {
  await tx.run(sql`DELETE FROM memory.space WHERE id = ${spaceId}`);
  await tx.run(sql`DELETE FROM memory.space_directory WHERE space_id = ${spaceId}`);
}
