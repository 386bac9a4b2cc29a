import { useText } from '#platform/web';
import { paymentsTexts } from '../texts.ts';

const acts = [
  'adjustment',
  'gift',
  'credits_spent',
  'credits_returned',
  'sale',
  'sale_returned',
  'promo_spent',
  'promo_funded',
  'promo_returned',
  'payout_requested',
  'payout_paid',
  'payout_rejected',
] as const;

/** Names an entry by what its kind ends with (`quests.gift`); an unknown one by which way the money went. */
export function useEntryName(): (kind: string, amount: number) => string {
  const t = useText(paymentsTexts);
  return (kind, amount) => {
    const act = acts.find((one) => kind.endsWith(`.${one}`));
    if (act !== undefined) return t(`entry.${act}`);
    return amount < 0 ? t('entry.taken') : t('entry.given');
  };
}
