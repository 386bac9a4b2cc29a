import { type Language, resolveDates } from '#platform/server/language';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru-RU' };

/** A day as people write it: 7 May 2023, 7 мая 2023 г. */
export function longDate(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

function monthOf(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}

/** The first time a sentence names, written out; undefined when it names none. */
export function namedDate(
  sentence: string,
  reference: Date | undefined,
  language: Language,
): string | undefined {
  if (reference === undefined) return undefined;
  const [first] = resolveDates(sentence, reference);
  if (first === undefined) return undefined;
  const from = new Date(first.from);
  const to = new Date(first.to);
  switch (first.precision) {
    case 'day':
      return longDate(from, language);
    case 'month':
      return monthOf(from, language);
    case 'year':
      return language === 'ru' ? `${first.from.slice(0, 4)} год` : first.from.slice(0, 4);
    case 'week':
    case 'season':
    case 'range':
      return first.from === first.to
        ? longDate(from, language)
        : `${longDate(from, language)} – ${longDate(to, language)}`;
    default: {
      const unknown: never = first.precision;
      return unknown;
    }
  }
}

/** Whether a text names a time, in words or in figures. */
export function namesTime(text: string, reference: Date | undefined): boolean {
  return resolveDates(text, reference ?? 0).length > 0 || /\b\d{1,2}:\d{2}\b|\b(?:19|20)\d{2}\b/.test(text);
}
