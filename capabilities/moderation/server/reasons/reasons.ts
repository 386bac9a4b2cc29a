import { newId } from '#base/ids';
import type { Page } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Database } from '#platform/server/database';
import { deleteReason, insertReason, listReasons, type Reason, updateReason } from './reason.store.ts';

/** Reason templates. Who may change them is checked at the door. */
export interface Reasons {
  list(filter: Parameters<typeof listReasons>[1]): Promise<Page<Reason>>;
  /** @throws Refusal `conflict` `moderation.reason_taken`. */
  create(reason: Omit<Reason, 'id'>): Promise<Reason>;
  /** @throws Refusal `not_found` `moderation.reason_not_found`. */
  update(id: string, words: { readonly title?: string; readonly body?: string }): Promise<Reason>;
  /** @throws Refusal `not_found` `moderation.reason_not_found`. */
  remove(id: string): Promise<void>;
}

function reasonNotFound(): Refusal {
  return new Refusal('not_found', 'moderation.reason_not_found', 'There is no such reason.');
}

export function createReasons(database: Database): Reasons {
  return {
    list: (filter) => listReasons(database, filter),
    async create(fields) {
      const reason = { ...fields, id: newId() };
      const made = await insertOrNot(database, reason);
      if (!made)
        throw new Refusal(
          'conflict',
          'moderation.reason_taken',
          'This kind has a reason with this code already.',
        );
      return reason;
    },
    async update(id, words) {
      const updated = await database.transaction((tx) => updateReason(tx, id, words));
      if (updated === undefined) throw reasonNotFound();
      return updated;
    },
    async remove(id) {
      const removed = await database.transaction((tx) => deleteReason(tx, id));
      if (removed === 0) throw reasonNotFound();
    },
  };
}

function insertOrNot(database: Database, reason: Reason): Promise<boolean> {
  return database.transaction((tx) => insertReason(tx, reason));
}
