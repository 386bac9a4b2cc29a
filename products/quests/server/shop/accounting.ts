import type { Ledger, LedgerLeg } from '#capabilities/payments/server';
import type { Tx } from '#platform/server/database';
import { dueOf } from './order.rules.ts';
import type { OrderRow } from './order.store.ts';

/**
 * The books of the shop. Money that came in stands against what is owed for it: `platform:cash` is negative by what
 * was received, `author:<id>:payable` positive by what an author may ask for.
 */
export interface Accounting {
  /** Takes credits for an order; refuses with `payments.insufficient_funds`. */
  spendCredits(tx: Tx, order: OrderRow, userId: string): Promise<void>;
  giveCreditsBack(tx: Tx, order: OrderRow, userId: string): Promise<void>;
  sale(tx: Tx, order: OrderRow): Promise<void>;
  takeSaleBack(tx: Tx, order: OrderRow): Promise<void>;
  fundPromo(
    tx: Tx,
    promoId: string,
    amount: number,
    currency: OrderRow['currency'],
    key: string,
  ): Promise<void>;
  spendPromo(tx: Tx, order: OrderRow): Promise<void>;
  givePromoBack(tx: Tx, order: OrderRow): Promise<void>;
}

/** Part of a sale that goes to the quest's author, 0..1. */
export function authorsPart(order: OrderRow, share: number): number {
  if (order.author_id === null) return 0;
  return Math.floor((order.total - order.discount) * share);
}

function saleLegs(order: OrderRow, share: number): readonly LedgerLeg[] {
  const part = authorsPart(order, share);
  const received = order.total - order.discount;
  return [
    { account: `author:${order.author_id}:payable`, amount: part },
    { account: 'platform:revenue', amount: received - part },
    { account: 'platform:cash', amount: -dueOf(order) },
    { account: 'platform:credits', amount: -order.credits },
  ].filter(({ amount }) => amount !== 0);
}

const reversed = (legs: readonly LedgerLeg[]) =>
  legs.map(({ account, amount }) => ({ account, amount: -amount }));

export function createAccounting(ledger: Ledger, share: number): Accounting {
  async function post(tx: Tx, order: OrderRow, kind: string, legs: readonly LedgerLeg[]): Promise<void> {
    if (legs.length === 0) return;
    await ledger.post(tx, {
      key: `${kind}:${order.id}`,
      kind,
      currency: order.currency,
      legs,
      subjectId: order.id,
    });
  }

  const creditLegs = (order: OrderRow, userId: string): readonly LedgerLeg[] =>
    order.credits === 0
      ? []
      : [
          { account: `user:${userId}:credits`, amount: -order.credits },
          { account: 'platform:credits', amount: order.credits },
        ];

  const promoLegs = (order: OrderRow): readonly LedgerLeg[] =>
    order.promo_code_id === null || order.discount === 0
      ? []
      : [
          { account: `promo:${order.promo_code_id}:budget`, amount: -order.discount },
          { account: 'platform:promotion', amount: order.discount },
        ];

  return {
    spendCredits: (tx, order, userId) => post(tx, order, 'quests.credits_spent', creditLegs(order, userId)),
    giveCreditsBack: (tx, order, userId) =>
      post(tx, order, 'quests.credits_returned', reversed(creditLegs(order, userId))),
    sale: (tx, order) => post(tx, order, 'quests.sale', saleLegs(order, share)),
    takeSaleBack: (tx, order) => post(tx, order, 'quests.sale_returned', reversed(saleLegs(order, share))),
    async fundPromo(tx, promoId, amount, currency, key) {
      if (amount === 0) return;
      await ledger.post(tx, {
        key: `quests.promo_funded:${promoId}:${key}`,
        kind: 'quests.promo_funded',
        currency,
        subjectId: promoId,
        legs: [
          { account: `promo:${promoId}:budget`, amount },
          { account: 'platform:promotion', amount: -amount },
        ],
      });
    },
    spendPromo: (tx, order) => post(tx, order, 'quests.promo_spent', promoLegs(order)),
    givePromoBack: (tx, order) => post(tx, order, 'quests.promo_returned', reversed(promoLegs(order))),
  };
}
