import type { CallInput } from '#platform/web';
import type { placeOrder } from '../../../contract/index.ts';

export type PayMethod = 'bank_card' | 'sbp';

export interface Choice {
  readonly questId: string;
  /** A code that was checked; empty for none. */
  readonly promoCode: string;
  readonly useCredits: boolean;
  readonly method: PayMethod;
  readonly email: string;
}

/** Minor units all. */
export interface Sums {
  readonly price: number;
  readonly discount: number;
  readonly credits: number;
  /** What is left for the card. */
  readonly due: number;
}

/** Credits pay what the code leaves, as far as they reach. */
export function sumsOf(price: number, discount: number, balance: number, useCredits: boolean): Sums {
  const taken = Math.min(Math.max(0, discount), price);
  const credits = useCredits ? Math.min(Math.max(0, balance), price - taken) : 0;
  return { price, discount: taken, credits, due: price - taken - credits };
}

/** The order, without a word about the card when there is nothing to pay with it. */
export function orderOf(choice: Choice, due: number): CallInput<typeof placeOrder>['body'] {
  const { questId, promoCode, useCredits, method, email } = choice;
  return {
    kind: 'quest',
    quest_id: questId,
    ...(promoCode === '' ? {} : { promo_code: promoCode }),
    ...(useCredits ? { use_credits: true } : {}),
    ...(due === 0 ? {} : { method, receipt_email: email.trim() }),
  };
}

export const promoPattern = /^[A-Za-z0-9-]{3,32}$/;
/** Forgiving: the server decides. */
export const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
