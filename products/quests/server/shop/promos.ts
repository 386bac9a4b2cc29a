import { newId } from '#base/ids';
import { type Page, pageOf } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Database, Tx } from '#platform/server/database';
import { decodeId } from '../catalogue/cursor.rules.ts';
import type { Accounting } from './accounting.ts';
import { discountOf, type PromoRow } from './promo.rules.ts';
import {
  bookUse,
  countUses,
  findPromo,
  findPromos,
  insertPromo,
  lockPromo,
  lockPromoById,
  type PromoChange,
  updatePromoRow,
} from './promo.store.ts';

export interface Basket {
  readonly total: number;
  readonly currency: string;
  readonly questId: string | null;
  readonly city: string | null;
}

/** What the books set aside for a code without a budget: more than all its uses can cost. */
const unlimited = 1_000_000_000_000;

/** Promo codes: limits and budgets hold whatever happens at the same time. */
export interface Promos {
  /** What the code takes off, without using it. */
  check(userId: string, code: string, basket: Basket): Promise<number>;
  /** Uses the code in the order's transaction. */
  use(
    tx: Tx,
    userId: string,
    code: string,
    basket: Basket,
  ): Promise<{ readonly promoId: string; readonly discount: number }>;
  giveBack(tx: Tx, promoId: string, discount: number): Promise<void>;
  list(limit: number, cursor: string | undefined): Promise<Page<PromoRow>>;
  create(row: Omit<PromoRow, 'id' | 'used' | 'spent' | 'created_at'>): Promise<PromoRow>;
  update(id: string, change: PromoChange): Promise<PromoRow>;
}

export function createPromos(database: Database, clock: Clock, accounting: Accounting): Promos {
  return {
    async check(userId, code, basket) {
      const promo = await findPromo(database, code);
      const usedByPerson = promo === undefined ? 0 : await countUses(database, promo.id, userId);
      return discountOf(promo, { ...basket, usedByPerson, now: clock() });
    },
    async use(tx, userId, code, basket) {
      const promo = await lockPromo(tx, code);
      const usedByPerson = promo === undefined ? 0 : await countUses(tx, promo.id, userId);
      const discount = discountOf(promo, { ...basket, usedByPerson, now: clock() });
      if (promo === undefined) throw new Error('An unknown code is refused above.');
      await bookUse(tx, promo.id, { used: 1, spent: discount });
      return { promoId: promo.id, discount };
    },
    giveBack: (tx, promoId, discount) => bookUse(tx, promoId, { used: -1, spent: -discount }),
    async list(limit, cursor) {
      return pageOf(await findPromos(database, limit + 1, decodeId(cursor)), limit, ({ id }) => id);
    },
    create: (fields) =>
      database.transaction(async (tx) => {
        if (fields.kind === 'percent' && fields.value > 100)
          throw new Refusal('invalid', 'quests.percent_above_hundred', 'A discount is at most 100 %.', {
            errors: [{ pointer: '/body/value', message: 'must be at most 100 for a percentage' }],
          });
        const now = clock();
        const row = { ...fields, code: fields.code.toUpperCase(), id: newId(now.getTime()), created_at: now };
        if (!(await insertPromo(tx, row)))
          throw new Refusal('conflict', 'quests.code_taken', 'There is a promo code with this name already.');
        await accounting.fundPromo(tx, row.id, row.budget ?? unlimited, row.currency, 'start');
        return { ...row, used: 0, spent: 0 };
      }),
    update: (id, change) =>
      database.transaction(async (tx) => {
        const before = await lockPromoById(tx, id);
        if (before === undefined)
          throw new Refusal('not_found', 'quests.promo_unknown', 'There is no such promo code.');
        const below =
          (change.budget != null && change.budget < before.spent) ||
          (change.max_uses != null && change.max_uses < before.used);
        if (below)
          throw new Refusal('conflict', 'quests.promo_spent', 'The limit is below what was used already.');
        const row = (await updatePromoRow(tx, id, change)) ?? before;
        const funds = (row.budget ?? unlimited) - (before.budget ?? unlimited);
        await accounting.fundPromo(tx, id, funds, row.currency, newId(clock().getTime()));
        return row;
      }),
  };
}
