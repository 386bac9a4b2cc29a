import { isId } from '#base/ids';
import { type Page, pageOf } from '#base/page';
import { Refusal } from '#base/refusal';
import { type Reader, sql, type Tx } from '#platform/server/database';
import type { ImageBlock } from './image-block.ts';

interface BlockRow {
  readonly id: string;
  readonly hash: string;
  readonly mirrored: string | null;
  readonly case_id: string | null;
  readonly blocked_at: Date;
}

/** The least distance of each hash (16 hex digits) to the blocklist, mirrored pictures included. */
export async function nearestBlocked(reader: Reader, hashes: readonly string[]): Promise<readonly number[]> {
  const rows = await reader.rows<{ distance: number }>(sql`
    SELECT min(least(
      bit_count((b.image_hash # h.value)::bit(64)),
      bit_count((b.mirrored_hash # h.value)::bit(64))
    )) AS distance
    FROM (SELECT ('x' || hex)::bit(64)::bigint AS value FROM unnest(${hashes}::text[]) AS hex) AS h
    CROSS JOIN moderation.image_block b
    GROUP BY h.value`);
  return rows.map(({ distance }) => distance);
}

/** Blocks a picture; one that is blocked already stays as it is. */
export async function insertBlock(tx: Tx, block: ImageBlock & { readonly blockedBy: string }): Promise<void> {
  await tx.run(sql`
    INSERT INTO moderation.image_block (id, image_hash, mirrored_hash, case_id, blocked_by, blocked_at)
    VALUES (${block.id}, ('x' || ${block.hash}::text)::bit(64)::bigint,
      ('x' || ${block.mirroredHash}::text)::bit(64)::bigint, ${block.caseId}, ${block.blockedBy}, ${block.blockedAt})
    ON CONFLICT (image_hash) DO NOTHING`);
}

/** Answers how many there were: 0 or 1. */
export function deleteBlock(tx: Tx, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM moderation.image_block WHERE id = ${id}`);
}

/** Newest first. */
export async function listBlocks(
  reader: Reader,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<Page<ImageBlock>> {
  if (cursor !== undefined && !isId(cursor))
    throw new Refusal('invalid', 'moderation.bad_cursor', 'The cursor is not one that a list answered.');
  const after = cursor === undefined ? sql`` : sql`WHERE id < ${cursor}`;
  const rows = await reader.rows<BlockRow>(sql`
    SELECT id, lpad(to_hex(image_hash), 16, '0') AS hash, lpad(to_hex(mirrored_hash), 16, '0') AS mirrored,
      case_id, blocked_at
    FROM moderation.image_block ${after}
    ORDER BY id DESC LIMIT ${limit + 1}`);
  const blocks = rows.map((row) => ({
    id: row.id,
    hash: row.hash,
    mirroredHash: row.mirrored,
    caseId: row.case_id,
    blockedAt: row.blocked_at,
  }));
  return pageOf(blocks, limit, ({ id }) => id);
}
