import type { Page } from '#base/page';
import type { Database } from '#platform/server/database';
import type { QuestCard } from '../../contract/index.ts';
import type { Cards } from '../catalogue/cards.ts';
import { type DraftFilter, listDrafts } from '../catalogue/page.read.ts';

/** Quests as their authors have them, last changed first. */
export type DraftLists = (
  filter: DraftFilter,
  page: { readonly limit: number; readonly cursor?: string | undefined },
) => Promise<Page<QuestCard>>;

export function createDraftLists(database: Database, cards: Cards): DraftLists {
  return async (filter, page) => {
    const { items, nextCursor } = await listDrafts(database, filter, page);
    return { items: await cards.present(items), nextCursor };
  };
}
