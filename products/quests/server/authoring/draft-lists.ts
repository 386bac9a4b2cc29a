import type { Page } from '#base/page';
import type { Database } from '#platform/server/database';
import type { AuthorQuest } from '../../contract/index.ts';
import type { Cards } from '../catalogue/cards.ts';
import { type DraftCardRow, type DraftFilter, listDrafts } from '../catalogue/page.read.ts';
import { presentCard } from '../catalogue/present-card.ts';

/** Quests as their authors have them, last changed first. */
export type DraftLists = (
  filter: DraftFilter,
  page: { readonly limit: number; readonly cursor?: string | undefined },
) => Promise<Page<AuthorQuest>>;

function standing(row: DraftCardRow): Omit<AuthorQuest, keyof ReturnType<typeof presentCard>> {
  const { published_revision: published, rejection_code: code, rejected_at: at } = row;
  return {
    published_version: row.version,
    changed: published === null || row.revision > published,
    rejection:
      code === null || at === null
        ? null
        : { reason_code: code, note: row.rejection_note, at: at.toISOString() },
    updated_at: row.updated_at.toISOString(),
  };
}

export function createDraftLists(database: Database, cards: Cards): DraftLists {
  return async (filter, page) => {
    const { items, nextCursor } = await listDrafts(database, filter, page);
    const parts = await cards.parts(items);
    return { items: items.map((row) => ({ ...presentCard(row, parts), ...standing(row) })), nextCursor };
  };
}
