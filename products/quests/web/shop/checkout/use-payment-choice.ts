import { useState } from 'react';
import type { Static } from 'typebox';
import { type ApiProblem, useCall } from '#platform/web';
import { checkPromo, getPlayer, type Price } from '../../../contract/index.ts';
import { creditsFor, type Sums, sumsOf } from './sums.rules.ts';
import type { OrderBody } from './use-place-order.ts';

export type PayMethod = NonNullable<OrderBody['method']>;

/** How somebody wants to pay, and what comes of it. */
export interface PaymentChoice {
  readonly sums: Sums;
  readonly method: PayMethod;
  setMethod(method: PayMethod): void;
  /** What the person has that fits, minor units. */
  readonly credits: number;
  readonly useCredits: boolean;
  setUseCredits(use: boolean): void;
  /** The code asked about, if any. */
  readonly promoCode: string | null;
  readonly promoProblem: ApiProblem | null;
  readonly isPromoPending: boolean;
  setPromoCode(code: string | null): void;
  /** The part of an order's body that says all this. */
  readonly body: Pick<OrderBody, 'promo_code' | 'use_credits' | 'method'>;
}

/** The choice for a cart of this price. */
export function usePaymentChoice(price: Static<typeof Price>): PaymentChoice {
  const [method, setMethod] = useState<PayMethod>('bank_card');
  const [wantsCredits, setUseCredits] = useState(false);
  const [promoCode, setPromoCode] = useState<string | null>(null);
  const promo = useCall(
    checkPromo,
    { body: { code: promoCode ?? '', total: price } },
    { enabled: promoCode !== null, staleTime: 120_000 },
  );
  const me = useCall(getPlayer, { params: { id: 'me' } });
  const credits = creditsFor(price.currency, me.data?.credits ?? null);
  const applied = promoCode !== null && promo.error === null && promo.data !== undefined;
  const discount = applied ? (promo.data?.discount.amount ?? 0) : 0;
  const useCredits = wantsCredits && credits > 0;
  const sums = sumsOf(price, { discount, credits: useCredits ? credits : 0 });
  // Faster Payments moves roubles only.
  const fitting: PayMethod = price.currency === 'RUB' ? method : 'bank_card';
  return {
    sums,
    method: fitting,
    setMethod,
    credits,
    useCredits,
    setUseCredits,
    promoCode,
    promoProblem: promoCode === null ? null : promo.error,
    isPromoPending: promoCode !== null && promo.isFetching,
    setPromoCode,
    body: {
      ...(applied && promoCode !== null ? { promo_code: promoCode } : {}),
      ...(useCredits ? { use_credits: true } : {}),
      ...(sums.due > 0 ? { method: fitting } : {}),
    },
  };
}
