import { useMemo } from 'react';
import { useLanguage } from '#platform/web';

/** Numbers, shares and days in the writing of the language. */
export function useFormats() {
  const language = useLanguage();
  return useMemo(() => {
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    const dayFormat = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    return {
      number: (value: number | null): string => (value === null ? '—' : number.format(value)),
      share: (value: number | null): string => (value === null ? '—' : percent.format(value)),
      day: (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`)),
    };
  }, [language]);
}
