import type { Money } from '#base/money';
import type { PaymentFlow, PaymentMethod, PaymentStatus, ReceiptLine } from '../index.ts';

/** What a provider says about a payment at one moment. */
export interface Observation {
  readonly providerId: string;
  readonly status: Exclude<PaymentStatus, 'created'>;
  /** The whole sum; once `succeeded`, the captured sum. */
  readonly amount: Money;
  readonly confirmationUrl: string | null;
  /** When a hold lapses, ISO 8601. */
  readonly expiresAt: string | null;
  readonly reason: string | null;
  readonly createdAt: string;
}

export type RefundStatus = 'requested' | 'pending' | 'succeeded' | 'canceled';

export interface RefundObservation {
  readonly providerId: string;
  readonly status: Exclude<RefundStatus, 'requested'>;
  readonly amount: Money;
  readonly reason: string | null;
  readonly createdAt: string;
}

export interface RequestedFact {
  readonly kind: 'requested';
  readonly purpose: string;
  readonly subjectId: string;
  readonly provider: string;
  readonly method: PaymentMethod | null;
  readonly flow: PaymentFlow;
  readonly amount: Money;
  readonly description: string;
  readonly lines: readonly ReceiptLine[];
  readonly returnPath: string;
}

/** What can become part of a payment's history. Kept for years: a kind may be added, never changed. */
export type PaymentFact =
  | RequestedFact
  | { readonly kind: 'submission_started' }
  | { readonly kind: 'submission_refused'; readonly reason: string }
  | { readonly kind: 'observed'; readonly observation: Observation }
  | {
      readonly kind: 'mismatch_observed';
      readonly expected: Money;
      readonly got: Money;
      readonly status: string;
    }
  | { readonly kind: 'capture_requested'; readonly amount: number }
  | { readonly kind: 'cancel_requested' }
  | { readonly kind: 'released' }
  | {
      readonly kind: 'refund_requested';
      readonly refundId: string;
      readonly key: string;
      readonly amount: number;
      readonly reason: string;
    }
  | { readonly kind: 'refund_observed'; readonly refundId: string; readonly observation: RefundObservation }
  | { readonly kind: 'refund_refused'; readonly refundId: string; readonly reason: string }
  | { readonly kind: 'settlement_requested' }
  | { readonly kind: 'receipt_sent'; readonly receiptId: string | null }
  | { readonly kind: 'provider_refused'; readonly action: string; readonly reason: string };

/** A fact where it stands in the history. */
export interface StoredFact {
  readonly id: string;
  readonly version: number;
  readonly at: Date;
  readonly fact: PaymentFact;
}

export interface RefundState {
  readonly id: string;
  /** The id of the event that asked for it; idempotence keys come from it. */
  readonly eventId: string;
  readonly key: string;
  readonly amount: number;
  readonly reason: string;
  readonly status: RefundStatus;
  readonly providerId: string | null;
  readonly providerCreatedAt: Date | null;
  readonly cancellationReason: string | null;
  readonly requestedAt: Date;
}

/** A payment as its history tells it. */
export interface PaymentState extends Omit<RequestedFact, 'kind'> {
  readonly id: string;
  readonly version: number;
  readonly requestEventId: string;
  readonly status: PaymentStatus;
  readonly captured: number;
  readonly refunded: number;
  readonly providerId: string | null;
  readonly providerCreatedAt: Date | null;
  readonly confirmationUrl: string | null;
  readonly cancellationReason: string | null;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly submissionStartedAt: Date | null;
  readonly capture: { readonly eventId: string; readonly amount: number } | null;
  readonly cancel: { readonly eventId: string } | null;
  readonly refunds: readonly RefundState[];
  readonly settlement: { readonly eventId: string; readonly done: boolean } | null;
  /** The provider spoke of another sum, which is not believed. */
  readonly mismatched: boolean;
  /** The last refusal of a provider, so that the same one is written down once. */
  readonly refusal: string | null;
}
