import { newId } from '#base/ids';
import { type Page, pageOf } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Files } from '#capabilities/files/server';
import type { Database, Tx } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import { decodeId } from '../catalogue/cursor.rules.ts';
import {
  findMerch,
  findMerchById,
  insertMerch,
  lockMerch,
  type MerchChange,
  type MerchRow,
  updateMerchRow,
} from './merch.store.ts';

export type { MerchRow } from './merch.store.ts';

/** Articles on sale. */
export interface MerchShelf {
  list(page: {
    readonly limit: number;
    readonly cursor: string | undefined;
    readonly all: boolean;
  }): Promise<Page<MerchRow>>;
  /** Only what is on sale. */
  get(id: string): Promise<MerchRow>;
  create(caller: Caller, row: Omit<MerchRow, 'id'>): Promise<MerchRow>;
  update(caller: Caller, id: string, change: MerchChange): Promise<MerchRow>;
}

const notFound = () => new Refusal('not_found', 'quests.merch_not_found', 'There is no such article.');

export function createMerchShelf(database: Database, files: Files, clock: Clock): MerchShelf {
  const attach = (tx: Tx, caller: Caller, id: string, fileId: string) =>
    files.attach(tx, { ownerId: caller.userId, purpose: 'quests.merch', subjectId: id, fileIds: [fileId] });

  return {
    async list({ limit, cursor, all }) {
      return pageOf(
        await findMerch(database, { limit: limit + 1, before: decodeId(cursor), all }),
        limit,
        ({ id }) => id,
      );
    },
    async get(id) {
      const [row] = await findMerchById(database, [id]);
      if (row === undefined || !row.active) throw notFound();
      return row;
    },
    create: (caller, fields) =>
      database.transaction(async (tx) => {
        const now = clock();
        const row = { ...fields, id: newId(now.getTime()) };
        if (row.picture_file_id !== null) await attach(tx, caller, row.id, row.picture_file_id);
        await insertMerch(tx, row, now);
        return row;
      }),
    update: (caller, id, change) =>
      database.transaction(async (tx) => {
        const before = await lockMerch(tx, id);
        if (before === undefined) throw notFound();
        const picture = change.picture_file_id;
        if (picture !== undefined && picture !== before.picture_file_id) {
          if (picture !== null) await attach(tx, caller, id, picture);
          if (before.picture_file_id !== null)
            await files.detach(tx, {
              purpose: 'quests.merch',
              subjectId: id,
              fileIds: [before.picture_file_id],
            });
        }
        const row = await updateMerchRow(tx, id, change);
        if (row === undefined) throw notFound();
        return row;
      }),
  };
}
