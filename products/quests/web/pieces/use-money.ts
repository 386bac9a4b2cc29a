import { useLanguage, useText } from '#platform/web';
import { type Money, moneyText } from './measures.rules.ts';
import { piecesTexts } from './texts.ts';

/** Writes amounts into texts: `money({amount: 29000, currency: 'RUB'})` is `290 ₽`; nothing is "Free". */
export function useMoney(): (price: Money) => string {
  const language = useLanguage();
  const t = useText(piecesTexts);
  return (price) => (price.amount === 0 ? t('free') : moneyText(price, language));
}
