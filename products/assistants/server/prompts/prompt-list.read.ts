import { type Page, pageOf } from '#base/page';
import { type Reader, sql } from '#platform/server/database';
import { decodePlace, encodePlace } from '../conversations/cursor.rules.ts';
import { wordsOf } from './access.rules.ts';
import { type PromptRow, promptColumns, promptOf } from './prompt.store.ts';
import type { Prompt } from './prompt.ts';

export interface PromptFilters {
  readonly limit: number;
  readonly cursor?: string;
  /** Words of titles and texts; each has to be found. */
  readonly search?: string;
  /** Those for this assistant and those for any. */
  readonly role?: string;
  readonly shared?: boolean;
}

export type UsedPrompt = Prompt & { readonly usedAt: Date | null };

type UsedRow = PromptRow & { readonly used_at: Date | null };

const usedPromptOf = (row: UsedRow): UsedPrompt => ({ ...promptOf(row), usedAt: row.used_at });

/** The one a person used or somebody made last comes first; needs the scope of the person and the company. */
export async function listPrompts(
  reader: Reader,
  userId: string,
  { limit, cursor, search = '', role, shared }: PromptFilters,
): Promise<Page<UsedPrompt>> {
  const place = cursor === undefined ? undefined : decodePlace(cursor);
  const touched = sql`greatest(u.used_at, p.created_at)`;
  const after =
    place === undefined ? sql`` : sql`AND (${touched}, p.id) < (${new Date(place.at)}, ${place.id}::uuid)`;
  const ofRole = role === undefined ? sql`` : sql`AND (p.role_name IS NULL OR p.role_name = ${role})`;
  const whose = shared === undefined ? sql`` : sql`AND (p.owner_id IS NULL) = ${shared}`;
  const rows = await reader.rows<UsedRow>(sql`
    SELECT ${promptColumns}, u.used_at
      FROM assistants.prompt p
      LEFT JOIN assistants.prompt_use u ON u.prompt_id = p.id AND u.owner_id = ${userId}
     WHERE p.deleted_at IS NULL ${ofRole} ${whose} ${after}
       AND NOT EXISTS (
         SELECT FROM unnest(${wordsOf(search)}::text[]) AS word
          WHERE strpos(lower(p.title || ' ' || p.content), lower(word)) = 0)
     ORDER BY ${touched} DESC, p.id DESC
     LIMIT ${limit + 1}`);
  return pageOf(rows.map(usedPromptOf), limit, ({ usedAt, createdAt, id }) =>
    encodePlace({ pinned: false, at: Math.max(usedAt?.getTime() ?? 0, createdAt.getTime()), id }),
  );
}

export async function findPrompt(
  reader: Reader,
  userId: string,
  id: string,
): Promise<UsedPrompt | undefined> {
  const row = await reader.row<UsedRow>(sql`
    SELECT ${promptColumns}, u.used_at
      FROM assistants.prompt p
      LEFT JOIN assistants.prompt_use u ON u.prompt_id = p.id AND u.owner_id = ${userId}
     WHERE p.id = ${id} AND p.deleted_at IS NULL`);
  return row === undefined ? undefined : usedPromptOf(row);
}
