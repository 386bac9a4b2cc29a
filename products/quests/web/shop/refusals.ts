import { useMemo } from 'react';
import { type RefusalTexts, useText } from '#platform/web';
import { shopTexts } from './texts.ts';

const own = [
  'quest_not_found',
  'out_of_stock',
  'merch_not_found',
  'order_too_large',
  'currencies_mixed',
  'promo_unknown',
  'promo_spent',
  'promo_not_for_this',
  'order_not_found',
  'order_final',
  'refund_too_late',
  'not_bought',
  'not_ready',
] as const;

const ofPayments = [
  'unavailable',
  'provider_unavailable',
  'not_configured',
  'busy',
  'receipt_email_required',
  'method_cannot_hold',
  'insufficient_funds',
] as const;

/** What refusals of purchases mean, by code, in the language of the moment. */
export function useShopRefusals(): RefusalTexts {
  const t = useText(shopTexts);
  return useMemo(
    () =>
      Object.fromEntries([
        ...own.map((code) => [`quests.${code}`, t(`refusal.${code}`)]),
        ...ofPayments.map((code) => [`payments.${code}`, t(`refusal.${code}`)]),
      ]),
    [t],
  );
}
