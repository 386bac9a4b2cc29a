import { useMemo } from 'react';
import { useLanguage } from '#platform/web';

/** Local moments of a plan carry no zone: they are counted and shown as if they were in UTC. */
export const minutesOf = (moment: string): number =>
  Date.parse(moment.length > 10 ? `${moment.slice(0, 16)}Z` : `${moment.slice(0, 10)}T00:00Z`) / 60_000;

export interface PlanFormats {
  /** `12 Mar 2026`. */
  date(moment: string): string;
  /** `12 Mar`. */
  day(moment: string): string;
  /** With the time of day. */
  exact(moment: string): string;
  number(value: number, digits?: number): string;
  /** Working hours as days of the plan. */
  days(hours: number): string;
  /** The same with its sign. */
  daysChange(hours: number): string;
  /** Days of the calendar with their sign. */
  calendarChange(days: number): string;
  hours(value: number): string;
  money(value: number): string;
  moneyChange(value: number): string;
  percent(share: number): string;
}

function moneyFormat(language: string, currency: string, signed: boolean): (value: number) => string {
  const shape = { maximumFractionDigits: 0, ...(signed ? { signDisplay: 'exceptZero' as const } : {}) };
  try {
    return new Intl.NumberFormat(language, { ...shape, style: 'currency', currency }).format;
  } catch {
    // Not a code of a currency: shown as it is.
    const { format } = new Intl.NumberFormat(language, shape);
    return (value) => `${format(value)} ${currency}`.trim();
  }
}

/** Dates, sums and spans of a plan in the writing of the language. */
export function usePlanFormats(currency = 'RUB', hoursPerDay = 8): PlanFormats {
  const language = useLanguage();
  return useMemo(() => {
    const moments = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
      return (moment: string): string => {
        const minutes = minutesOf(moment);
        return Number.isNaN(minutes) ? moment : format.format(minutes * 60_000);
      };
    };
    const unit = (name: 'day' | 'hour', signed = false) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit: name,
        unitDisplay: 'short',
        maximumFractionDigits: 1,
        ...(signed ? { signDisplay: 'exceptZero' as const } : {}),
      });
    const [days, change, hours] = [unit('day'), unit('day', true), unit('hour')];
    const day = hoursPerDay > 0 ? hoursPerDay : 8;
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
    return {
      date: moments({ day: 'numeric', month: 'short', year: 'numeric' }),
      day: moments({ day: 'numeric', month: 'short' }),
      exact: moments({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
      number: (value, digits = 1) =>
        new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value),
      days: (value) => days.format(value / day),
      daysChange: (value) => change.format(value / day),
      calendarChange: (value) => change.format(value),
      hours: (value) => hours.format(value),
      money: moneyFormat(language, currency, false),
      moneyChange: moneyFormat(language, currency, true),
      percent: (share) => percent.format(share),
    };
  }, [language, currency, hoursPerDay]);
}
