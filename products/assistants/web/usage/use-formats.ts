import { useMemo } from 'react';
import { useLanguage } from '#platform/web';
import type { Measure } from './usage.rules.ts';

export interface Formats {
  number(value: number): string;
  /** For axes and tiles: `1.2M`. */
  short(value: number): string;
  percent(value: number): string;
  money(value: number): string;
  /** Of a day as `2026-11-21`. */
  day(day: string): string;
  dayWithYear(day: string): string;
  /** Seconds, of milliseconds. */
  seconds(ms: number): string;
  /** An instant as a clock of this place shows it. */
  time(instant: Date): string;
  date(instant: Date): string;
  measured(value: number, measure: Measure): string;
}

/** Figures in the writing of the language. */
export function useFormats(currency: string): Formats {
  const language = useLanguage();
  return useMemo(() => {
    const number = new Intl.NumberFormat(language);
    const short = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
    const moneyWith = (digits: number) =>
      new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        minimumFractionDigits: Math.min(2, digits),
        maximumFractionDigits: digits,
      });
    const [coins, parts] = [moneyWith(2), moneyWith(4)];
    const days = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    const full = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    const seconds = new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'second',
      maximumFractionDigits: 1,
    });
    const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
    const calendar = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' });
    // A question may cost less than a cent.
    const money = (value: number): string => (value > 0 && value < 1 ? parts : coins).format(value);
    const instantOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
    return {
      number: (value) => number.format(value),
      short: (value) => (value < 10_000 ? number : short).format(value),
      percent: (value) => percent.format(value),
      money,
      day: (day) => days.format(instantOf(day)),
      dayWithYear: (day) => full.format(instantOf(day)),
      seconds: (ms) => seconds.format(ms / 1_000),
      time: (instant) => clock.format(instant),
      date: (instant) => calendar.format(instant),
      measured: (value, measure) => (measure === 'cost' ? money(value) : number.format(value)),
    };
  }, [language, currency]);
}
