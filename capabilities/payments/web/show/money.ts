import { useCallback } from 'react';
import { useLanguage } from '#platform/web';

/** Writes minor units as money in the language of the moment. */
export function useMoney(): (minor: number, currency: string) => string {
  const language = useLanguage();
  return useCallback(
    (minor, currency) => new Intl.NumberFormat(language, { style: 'currency', currency }).format(minor / 100),
    [language],
  );
}

/** Writes an instant in full. */
export function useInstant(): (instant: string) => string {
  const language = useLanguage();
  return (instant) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}
