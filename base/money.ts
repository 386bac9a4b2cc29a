/** Currencies the house trades in, ISO 4217. All have two decimals. */
export type Currency = 'RUB' | 'USD' | 'EUR';

/** A sum in integer minor units (kopecks, cents). Never a float. */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}
