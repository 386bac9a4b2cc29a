import type { Static } from 'typebox';
import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Ledger } from '#capabilities/payments/server';
import type { Tx } from '#platform/server/database';
import type { Delivery } from '../../contract/index.ts';
import type { Catalogue } from '../rooms.ts';
import { findMerchById, takeStock } from './merch.store.ts';
import type { OrderLineRow, OrderRow } from './order.store.ts';
import type { Promos } from './promos.ts';

export interface OrderInput {
  readonly what:
    | { readonly kind: 'quest'; readonly questId: string }
    | {
        readonly kind: 'merch';
        readonly lines: readonly { readonly merchId: string; readonly quantity: number }[];
        readonly delivery: Static<typeof Delivery>;
      };
  readonly promoCode: string | undefined;
  readonly useCredits: boolean;
  readonly method: 'bank_card' | 'sbp' | undefined;
  readonly receiptEmail: string | undefined;
}

interface Goods {
  readonly lines: OrderLineRow[];
  readonly currency: OrderRow['currency'];
  readonly questId: string | null;
  readonly authorId: string | null;
  readonly city: string | null;
}

/** Puts an order together in its transaction: takes stock, uses the promo code, reserves credits. */
export type FillBasket = (tx: Tx, userId: string, input: OrderInput) => Promise<OrderRow>;

export interface BasketNeeds {
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly promos: Promos;
  readonly ledger: Ledger;
  /** 54-ФЗ VAT code of quests. */
  readonly questVatCode: number;
}

/** What one order may cost, minor units: the most a price can say. */
const mostForOne = 100_000_000;

/** Why an article could not be taken. */
async function unavailable(tx: Tx, merchId: string): Promise<Refusal> {
  const [row] = await findMerchById(tx, [merchId]);
  return row?.active === true
    ? new Refusal('conflict', 'quests.out_of_stock', 'There is not enough of it left.', { merch_id: merchId })
    : new Refusal('not_found', 'quests.merch_not_found', 'There is no such article.', { merch_id: merchId });
}

export function createFillBasket({
  clock,
  catalogue,
  promos,
  ledger,
  questVatCode,
}: BasketNeeds): FillBasket {
  async function questGoods(tx: Tx, userId: string, questId: string): Promise<Goods> {
    const quest = await catalogue.brief(tx, questId);
    if (quest === undefined || quest.state !== 'published')
      throw new Refusal('not_found', 'quests.quest_not_found', 'There is no such quest.');
    if (quest.price.amount === 0 || quest.authorId === userId)
      throw new Refusal('conflict', 'quests.free_quest', 'This quest needs no purchase: just start it.');
    const title = { ru: quest.title, en: quest.title };
    const line = {
      item_id: questId,
      title,
      quantity: 1,
      unit_price: quest.price.amount,
      vat_code: questVatCode,
    };
    const { authorId, city } = quest;
    return { lines: [line], currency: quest.price.currency, questId, authorId, city };
  }

  /** Articles are taken in the order of their ids, so that two orders never wait for each other. */
  async function merchGoods(
    tx: Tx,
    wanted: readonly { readonly merchId: string; readonly quantity: number }[],
  ): Promise<Goods> {
    const quantities = new Map<string, number>();
    for (const { merchId, quantity } of wanted)
      quantities.set(merchId, (quantities.get(merchId) ?? 0) + quantity);
    const lines: OrderLineRow[] = [];
    let currency: OrderRow['currency'] | undefined;
    for (const [merchId, quantity] of [...quantities].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const row = await takeStock(tx, merchId, quantity);
      if (row === undefined) throw await unavailable(tx, merchId);
      if (currency !== undefined && currency !== row.currency)
        throw new Refusal(
          'conflict',
          'quests.currencies_mixed',
          'Articles of two currencies need two orders.',
        );
      currency = row.currency;
      lines.push({
        item_id: merchId,
        title: row.title,
        quantity,
        unit_price: row.price,
        vat_code: row.vat_code,
      });
    }
    return { lines, currency: currency ?? 'RUB', questId: null, authorId: null, city: null };
  }

  return async (tx, userId, { what, promoCode, useCredits, method }) => {
    const goods =
      what.kind === 'quest' ? await questGoods(tx, userId, what.questId) : await merchGoods(tx, what.lines);
    const total = goods.lines.reduce((sum, line) => sum + line.unit_price * line.quantity, 0);
    if (total > mostForOne)
      throw new Refusal('conflict', 'quests.order_too_large', 'Make several orders of this one.');
    const basket = { total, currency: goods.currency, questId: goods.questId, city: goods.city };
    const promo = promoCode === undefined ? undefined : await promos.use(tx, userId, promoCode, basket);
    const discount = promo?.discount ?? 0;
    const balance = useCredits ? await ledger.balance(tx, `user:${userId}:credits`, goods.currency) : 0;
    const now = clock();
    return {
      id: newId(now.getTime()),
      number: 0,
      buyer_id: userId,
      kind: what.kind,
      quest_id: goods.questId,
      author_id: goods.authorId,
      state: 'awaiting_payment',
      delivery_state: 'none',
      delivery: what.kind === 'merch' ? what.delivery : null,
      tracking_number: null,
      total,
      discount,
      credits: Math.min(Math.max(0, balance), total - discount),
      currency: goods.currency,
      promo_code_id: promo?.promoId ?? null,
      payment_id: null,
      method: method ?? null,
      created_at: now,
      paid_at: null,
      closed_at: null,
      lines: goods.lines,
    };
  };
}
