import { useCallback } from 'react';
import { useLanguage } from '#platform/web';
import { localName } from '#products/assistants/engines/metadata';

/** English full names in the language of the moment: `Catalog.Товары` → `Справочник.Товары`. */
export function useLocalName(): (name: string) => string {
  const language = useLanguage();
  return useCallback((name) => localName(name)[language], [language]);
}
