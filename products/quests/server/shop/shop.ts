import type { Catalogue, Ownership, PlayRecords } from '../rooms.ts';
import type { QuestsContext } from '../uses.ts';
import { createAccounting } from './accounting.ts';
import { createFillBasket } from './basket.ts';
import { createMerchShelf, type MerchShelf } from './merch.ts';
import { findQuestOrder } from './order.store.ts';
import { createOrders, type Orders } from './orders.ts';
import { createPayouts, type Payouts } from './payouts.ts';
import { createPromos, type Promos } from './promos.ts';

/** The room where money is: articles, promo codes, orders, payouts. */
export interface Shop {
  readonly merch: MerchShelf;
  readonly promos: Promos;
  readonly orders: Orders;
  readonly payouts: Payouts;
}

/** Who bought what; needs nothing but the table. */
export const ownership: Ownership = {
  async orderOf(reader, userId, questId) {
    const order = await findQuestOrder(reader, userId, questId);
    return order?.state === 'paid' ? order.id : undefined;
  },
};

export interface ShopNeeds {
  readonly catalogue: Catalogue;
  readonly records: PlayRecords;
}

export function createShop(context: QuestsContext, needs: ShopNeeds): Shop {
  const { database, clock, files, payments, config } = context;
  const { ledger } = payments;
  const accounting = createAccounting(ledger, config.QUESTS_AUTHOR_SHARE_PERCENT / 100);
  const promos = createPromos(database, clock, accounting);
  const basket = { clock, catalogue: needs.catalogue, promos, ledger, questVatCode: config.QUESTS_VAT_CODE };
  return {
    merch: createMerchShelf(database, files, clock),
    promos,
    orders: createOrders({
      ...context,
      ...needs,
      promos,
      accounting,
      fillBasket: createFillBasket(basket),
      refundRule: { maxPoints: config.QUESTS_REFUND_MAX_POINTS, days: config.QUESTS_REFUND_DAYS },
    }),
    payouts: createPayouts({ ...context, ledger, minimum: config.QUESTS_PAYOUT_MINIMUM }),
  };
}
