import type { Currency, Money } from '#base/money';
import { defineRef, type Ref } from '#base/ref';
import type { Reader, Tx } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import { defineExtensionPoint } from '#platform/server/modules';

export type PaymentMethod = 'bank_card' | 'sbp';

/** `hold`: reserve now, `capture` or `cancel` later (cards only). `charge`: take now, `refund` later. */
export type PaymentFlow = 'hold' | 'charge';

/**
 * Where a payment is. `created`: ours only, the provider has not answered yet. `pending`: the payer is asked.
 * `held`: reserved, waiting for capture. `succeeded` and `canceled` are final; refunds do not change the status.
 */
export type PaymentStatus = 'created' | 'pending' | 'held' | 'succeeded' | 'canceled';

/** A line of a 54-ФЗ receipt. */
export interface ReceiptLine {
  /** ≤ 128 characters, no personal data: it goes to third parties. */
  readonly description: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  /** 1..12: 1 without VAT, 11 is 22 %, 12 is 22/122. */
  readonly vatCode: number;
  readonly subject: 'commodity' | 'service' | 'intellectual_activity' | 'payment';
}

/** What a payable thing costs. */
export interface Quote {
  readonly amount: Money;
  readonly flow: PaymentFlow;
  /** ≤ 128 characters, shown by the provider: no personal data. */
  readonly description: string;
  readonly lines: readonly ReceiptLine[];
  /** Where the payer returns to, a path of the web application: `/app/…`. */
  readonly returnPath: string;
}

/**
 * Something of a product that can be paid through `POST /payments` (also again, after a payment failed).
 * `quote` refuses with `not_found` when the thing is not the caller's, with `conflict` when it needs no payment.
 */
export interface Payable {
  /** `module.thing`, for example `quests.order`. */
  readonly purpose: string;
  quote(subjectId: string, caller: Caller): Promise<Quote>;
}

export const payablePoint = defineExtensionPoint<Payable>('payments.payable', 'many');

export interface NewPayment extends Quote {
  readonly purpose: string;
  readonly subjectId: string;
  readonly payerId: string;
  readonly method?: PaymentMethod;
  /** Where receipts go, remembered for the payer. Needed once where receipts are required by law (YooKassa). */
  readonly receiptEmail?: string;
}

export interface PaymentView {
  readonly id: string;
  readonly purpose: string;
  readonly subjectId: string;
  readonly payerId: string;
  readonly provider: string;
  readonly method: PaymentMethod | null;
  readonly flow: PaymentFlow;
  readonly status: PaymentStatus;
  readonly amount: Money;
  /** Minor units; may be less than the amount after a partial capture. */
  readonly captured: number;
  readonly refunded: number;
  /** Where the payer confirms; null before the provider answered and after the end. */
  readonly confirmationUrl: string | null;
  /** Why it was cancelled, a provider's reason code. */
  readonly cancellationReason: string | null;
  /** When a hold lapses by itself. */
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

/** One leg of a ledger transaction: positive amounts debit the account's owner a claim, negative ones take it away. */
export interface LedgerLeg {
  /** `user:<id>:credits`, `author:<id>:payable`, `promo:<id>:budget`, `platform:revenue`, `platform:cash`, … */
  readonly account: string;
  /** Minor units, signed; legs of one transaction sum to zero. */
  readonly amount: number;
}

export interface LedgerTransaction {
  /** The same key twice posts once. */
  readonly key: string;
  /** `module.what`, for example `quests.sale`. */
  readonly kind: string;
  readonly currency: Currency;
  readonly legs: readonly LedgerLeg[];
  readonly subjectId?: string;
}

/** Double entry. Every transaction sums to zero by a constraint of the database; balances can be rebuilt from entries. */
export interface Ledger {
  /**
   * Posts in the caller's transaction; answers false when the key was posted before. Accounts of the platform may
   * go below zero, accounts of persons and budgets refuse with `payments.insufficient_funds`.
   */
  post(tx: Tx, transaction: LedgerTransaction): Promise<boolean>;
  /** Minor units; 0 for an account nobody used. */
  balance(reader: Reader, account: string, currency: Currency): Promise<number>;
  /** Newest first. */
  entries(
    reader: Reader,
    account: string,
    page: { readonly limit: number; readonly before?: string },
  ): Promise<
    readonly {
      readonly id: string;
      readonly kind: string;
      readonly amount: number;
      readonly currency: Currency;
      readonly subjectId: string | null;
      readonly at: Date;
    }[]
  >;
}

/** Money in and out, whatever the provider. Products hear of changes through `PaymentChanged` and `RefundSettled`. */
export interface Payments {
  /**
   * Records the intent in the caller's transaction (together with the order it pays) and sends a job that will ask
   * the provider even if this process dies. A live payment of the same purpose and subject is answered instead of a
   * second one.
   */
  prepare(tx: Tx, payment: NewPayment): Promise<string>;
  /** Asks the provider now, after the commit; idempotent. Refuses with `unavailable` when it cannot be reached. */
  submit(paymentId: string): Promise<PaymentView>;
  payment(paymentId: string): Promise<PaymentView | undefined>;
  /** All payments of a thing, newest first. */
  paymentsOf(purpose: string, subjectId: string): Promise<readonly PaymentView[]>;
  /** Takes a held sum, or a part of it (the rest goes back). */
  capture(tx: Tx, paymentId: string, amount?: Money): Promise<void>;
  /** Lets a hold or an unpaid payment go. */
  cancel(tx: Tx, paymentId: string): Promise<void>;
  /** Sends money back; parts until the sum is reached. The same key refunds once. Answers the refund's id. */
  refund(
    tx: Tx,
    paymentId: string,
    refund: { readonly amount: Money; readonly key: string; readonly reason: string },
  ): Promise<string>;
  /** The second receipt of a prepaid service, once it was delivered. */
  settle(tx: Tx, paymentId: string): Promise<void>;
  readonly ledger: Ledger;
}

/** Declare it in `uses`: `{ payments: paymentsRef }`. */
export const paymentsRef: Ref<Payments> = defineRef<Payments>('payments');
