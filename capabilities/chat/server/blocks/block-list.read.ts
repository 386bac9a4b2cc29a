import { type Page, pageOf } from '#base/page';
import { type Reader, sql } from '#platform/server/database';
import { decodePlace, encodePlace } from '../rooms/cursor.rules.ts';

export interface BlockRow {
  readonly user_id: string;
  readonly created_at: Date;
}

/** Whom a person has blocked, newest first. */
export async function listBlocks(
  reader: Reader,
  byId: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<BlockRow>> {
  const place = cursor === undefined ? undefined : decodePlace(cursor);
  const after =
    place === undefined ? sql`` : sql`AND (created_at, user_id) < (${new Date(place.at)}, ${place.id}::uuid)`;
  const rows = await reader.rows<BlockRow>(sql`
    SELECT user_id, created_at FROM chat.block WHERE by_id = ${byId} ${after}
    ORDER BY created_at DESC, user_id DESC LIMIT ${limit + 1}`);
  return pageOf(rows, limit, (last) => encodePlace({ at: last.created_at.getTime(), id: last.user_id }));
}
