import type { Money } from '#base/money';
import type { PaymentFlow, PaymentMethod, ReceiptLine } from '../index.ts';
import type { Observation, RefundObservation } from '../payment/payment-types.ts';

export type ProviderName = 'yookassa' | 'stripe' | 'sandbox';

/** A fiscal receipt as a provider is asked for it. */
export interface Receipt {
  /** Null only where the provider does without. */
  readonly email: string | null;
  readonly lines: readonly ReceiptLine[];
}

export interface ProviderOrder {
  /** Our payment's id, kept by the provider. */
  readonly reference: string;
  readonly amount: Money;
  readonly flow: PaymentFlow;
  readonly method: PaymentMethod | null;
  readonly description: string;
  readonly returnPath: string;
  readonly receipt: Receipt;
}

export interface RefundOrder {
  readonly reference: string;
  readonly providerId: string;
  readonly amount: Money;
  readonly description: string;
  /** Only for a part of the sum: a whole refund repeats the payment's own receipt. */
  readonly receipt: Receipt | null;
}

/** What a provider's list says about one object of a day. */
export interface Listed {
  readonly providerId: string;
  readonly status: string;
  readonly amount: Money;
  /** Our id, when the object carries one. */
  readonly reference: string | null;
}

/** The payment behind an object somebody told us about: its own id with the provider, and ours. */
export interface Located {
  readonly providerId: string;
  readonly reference: string | null;
}

/**
 * The provider said a definite no: repeating changes nothing. Everything else that fails leaves the result
 * unknown and is thrown as a `Refusal` of kind unavailable, to be repeated with the same key.
 */
export class ProviderRefused extends Error {
  override readonly name = 'ProviderRefused';
  /** The provider's own code. */
  readonly reason: string;

  constructor(reason: string) {
    super(`The payment provider refused: ${reason}`);
    this.reason = reason;
  }
}

/** One payment provider. `key` makes a repeat answer the same instead of acting twice, for about a day. */
export interface Provider {
  readonly name: ProviderName;
  /** Whether payments nobody has paid yet can be let go. */
  readonly cancelsPending: boolean;
  /** Whether every receipt needs the customer's address. */
  readonly needsEmail: boolean;
  create(key: string, order: ProviderOrder): Promise<Observation>;
  payment(providerId: string): Promise<Observation | undefined>;
  capture(key: string, providerId: string, amount: Money, receipt: Receipt | null): Promise<Observation>;
  cancel(key: string, providerId: string): Promise<Observation>;
  refund(key: string, order: RefundOrder): Promise<RefundObservation>;
  refundOf(refundProviderId: string): Promise<RefundObservation | undefined>;
  /** The second receipt; answers its id, or null where there are no receipts. */
  settle(key: string, providerId: string, amount: Money, receipt: Receipt): Promise<string | null>;
  /** Whose payment the object of a webhook is; asks the provider, believes nobody else. */
  locate(objectId: string): Promise<Located | undefined>;
  listPayments(from: Date, until: Date): Promise<readonly Listed[]>;
  listRefunds(from: Date, until: Date): Promise<readonly Listed[]>;
}
