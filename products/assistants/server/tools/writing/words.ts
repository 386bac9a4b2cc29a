export type Locale = 'ru' | 'en';

/** Chooses the words of a language. */
export type Say = (ru: string, en: string) => string;

export function sayIn(locale: Locale): Say {
  return (ru, en) => (locale === 'ru' ? ru : en);
}

/** The line that tells that a list goes on. */
export function andMore(say: Say, left: number): string {
  return left === 0 ? '' : say(`… и ещё ${left}.`, `… and ${left} more.`);
}

/** A number as people of the language write it. */
export function number(value: number, locale: Locale, digits = 1): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

export function percent(share: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** `2026-03-02T09:00` as a day and a time of the language. */
export function moment(local: string, locale: Locale): string {
  const [day = '', time] = local.split('T');
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return local;
  const shown = new Intl.DateTimeFormat(locale === 'ru' ? 'ru' : 'en-GB', { timeZone: 'UTC' }).format(date);
  return time === undefined ? shown : `${shown} ${time}`;
}
