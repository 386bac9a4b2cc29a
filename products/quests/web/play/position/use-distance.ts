import { useCallback } from 'react';
import { useLanguage, useText } from '#platform/web';
import { playTexts } from '../texts.ts';

/** Writes metres as people say them: to the metre when near, tenths of a kilometre when far. */
export function useDistance(): (metres: number) => string {
  const t = useText(playTexts);
  const language = useLanguage();
  return useCallback(
    (metres) => {
      const format = (value: number, digits: number) =>
        new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
      if (metres >= 1_000) return t('word.kilometres', { value: format(metres / 1_000, 1) });
      const step = metres >= 100 ? 10 : 1;
      return t('word.metres', { value: format(Math.ceil(metres / step) * step, 0) });
    },
    [language, t],
  );
}
