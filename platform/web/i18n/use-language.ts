import { useTranslation } from 'react-i18next';
import { isLanguage } from './i18n.ts';
import type { Language, Localized } from './texts.ts';

/** The language of the interface. */
export function useLanguage(): Language {
  const { i18n } = useTranslation('platform');
  return isLanguage(i18n.language) ? i18n.language : 'ru';
}

/** Reads short texts that carry both languages, such as titles of screens. */
export function useLocalized(): (text: Localized) => string {
  const language = useLanguage();
  return (text) => text[language];
}

/** Where the person's own choice of language is kept in this browser. */
export const languageKey = 'quintet.language';

/** Changes the language of the interface and remembers the choice in this browser. */
export function useSetLanguage(): (language: Language) => void {
  const { i18n } = useTranslation('platform');
  return (language) => {
    try {
      localStorage.setItem(languageKey, language);
    } catch {
      // Private windows may refuse; the choice then lasts as long as the page.
    }
    void i18n.changeLanguage(language);
  };
}
