import type { Static } from 'typebox';
import type { Price } from '../../../contract/index.ts';

/** Minor units of one currency, as the buyer sees them before ordering. */
export interface Sums {
  readonly total: number;
  readonly discount: number;
  readonly credits: number;
  readonly due: number;
  readonly currency: Static<typeof Price>['currency'];
}

/** Credits are kept in roubles and pay for nothing else. */
export function creditsFor(currency: string, balance: number | null): number {
  return currency === 'RUB' ? Math.max(0, balance ?? 0) : 0;
}

/** The discount first, then credits as far as they reach. */
export function sumsOf(
  { amount: total, currency }: Static<typeof Price>,
  { discount, credits }: { readonly discount: number; readonly credits: number },
): Sums {
  const off = Math.min(discount, total);
  const spent = Math.min(credits, total - off);
  return { total, discount: off, credits: spent, due: total - off - spent, currency };
}
