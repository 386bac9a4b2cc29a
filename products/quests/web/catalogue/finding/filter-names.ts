import { useLanguage, useLocalized, useText } from '#platform/web';
import { durationText, moneyText, useDifficultyName } from '../../pieces/index.ts';
import { catalogueTexts } from '../texts.ts';
import type { FilterName, Filters, WordName } from './filters.rules.ts';
import type { useWords } from './use-words.ts';

/** Names of languages in the language of the interface. */
export function useLanguageName(): (code: string) => string {
  const language = useLanguage();
  return (code) => new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
}

/** Reads the value of a filter to people: "Пешком", "До 500 ₽". */
export function useFilterNames(words: ReturnType<typeof useWords>) {
  const t = useText(catalogueTexts);
  const language = useLanguage();
  const localized = useLocalized();
  const difficultyName = useDifficultyName();
  const languageName = useLanguageName();
  const wordName = (name: WordName, code: string): string => {
    const entry = words[name].find((one) => one.code === code);
    return entry === undefined ? code : localized(entry.name);
  };
  const price = (amount: number): string =>
    amount === 0 ? t('free_only') : t('up_to', { value: moneyText({ amount, currency: 'RUB' }, language) });
  const duration = (minutes: number): string => t('up_to', { value: durationText(minutes, language) });
  const active = (filters: Filters, name: FilterName, author: string | undefined): string => {
    switch (name) {
      case 'city':
      case 'category':
      case 'vehicle':
      case 'place':
      case 'activity':
      case 'tool':
        return wordName(name, filters[name]);
      case 'language':
        return languageName(filters.language);
      case 'difficulty':
        return t('counted', {
          name: t('filter.difficulty'),
          number: difficultyName(filters.difficulty ?? 1),
        });
      case 'priceMax':
        return price(filters.priceMax ?? 0);
      case 'durationMax':
        return duration(filters.durationMax ?? 0);
      case 'author':
        return author === undefined ? t('by_one_author') : t('by_author', { name: author });
    }
  };
  return { wordName, price, duration, active, difficultyName, languageName };
}
