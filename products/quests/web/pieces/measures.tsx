import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import { durationText, lengthText, type Money, moneyText } from './measures.rules.ts';
import { piecesTexts } from './texts.ts';

/** An amount in minor units with its currency, in the writing of the language; `free` says "Free" for nothing. */
export function Price({ price, free = true }: { readonly price: Money; readonly free?: boolean }): ReactNode {
  const language = useLanguage();
  const t = useText(piecesTexts);
  return <>{free && price.amount === 0 ? t('free') : moneyText(price, language)}</>;
}

/** Minutes as hours and minutes. */
export function Duration({ minutes }: { readonly minutes: number }): ReactNode {
  return <>{durationText(minutes, useLanguage())}</>;
}

/** Metres as metres or kilometres. */
export function Length({ metres }: { readonly metres: number }): ReactNode {
  return <>{lengthText(metres, useLanguage())}</>;
}
