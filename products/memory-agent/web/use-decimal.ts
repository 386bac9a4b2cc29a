import { useMemo } from 'react';
import { useLanguage } from '#platform/web';

/** Writes numbers with a fixed count of decimals in the writing of the language. */
export function useDecimal(decimals: number): (value: number) => string {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.NumberFormat(language, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    return (value) => format.format(value);
  }, [language, decimals]);
}
