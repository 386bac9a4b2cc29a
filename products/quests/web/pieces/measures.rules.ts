export interface Money {
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

/** `290 ₽`: kopecks are shown only when there are any. */
export function moneyText({ amount, currency }: Money, language: string): string {
  const whole = amount % 100 === 0;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  }).format(amount / 100);
}

const unit = (value: number, name: string, language: string, fraction = 0): string =>
  new Intl.NumberFormat(language, {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    maximumFractionDigits: fraction,
  }).format(value);

/** `1 ч 30 мин`. */
export function durationText(minutes: number, language: string): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return unit(rest, 'minute', language);
  const long = unit(hours, 'hour', language);
  return rest === 0 ? long : `${long} ${unit(rest, 'minute', language)}`;
}

/** `850 м`, `3,2 км`: metres by tens below a kilometre. */
export function lengthText(metres: number, language: string): string {
  const near = metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10;
  return near < 1_000
    ? unit(near, 'meter', language)
    : unit(metres / 1_000, 'kilometer', language, metres < 10_000 ? 1 : 0);
}
