import { useCallback } from 'react';
import { useLanguage } from '#platform/web';
import { type Money, moneyText } from '../../pieces/index.ts';

/** Writes minor units as money in the language of the moment; nothing is a sum too. */
export function useMoney(): (amount: number, currency: Money['currency']) => string {
  const language = useLanguage();
  return useCallback((amount, currency) => moneyText({ amount, currency }, language), [language]);
}

/** Writes an instant in full. */
export function useInstant(): (instant: string) => string {
  const language = useLanguage();
  return useCallback(
    (instant) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(instant),
      ),
    [language],
  );
}

/** Writes the day of an instant. */
export function useDay(): (instant: string) => string {
  const language = useLanguage();
  return useCallback(
    (instant) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(instant)),
    [language],
  );
}
