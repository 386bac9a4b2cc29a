import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Texts, Translate } from './texts.ts';

/** Reads a module's texts in the language of the moment; suspends while they are loading. */
export function useText<English extends object>(texts: Texts<English>): Translate<English> {
  const { t } = useTranslation(texts.namespace);
  return useCallback(
    (key, ...[values]) => {
      const name: string = key;
      return t(name, { ...values });
    },
    [t],
  );
}
