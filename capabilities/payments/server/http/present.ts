import type { OperatorPayment, Payment } from '../../contract/index.ts';
import type { PaymentView } from '../index.ts';
import type { OperatorView } from '../payment/payment-views.ts';

type Provider = Payment['provider'];

function providerOf(name: string): Provider {
  return name === 'yookassa' || name === 'stripe' ? name : 'sandbox';
}

export function presentPayment(view: PaymentView): Payment {
  return {
    id: view.id,
    purpose: view.purpose,
    subject_id: view.subjectId,
    payer_id: view.payerId,
    provider: providerOf(view.provider),
    method: view.method,
    flow: view.flow,
    status: view.status,
    amount: view.amount.amount,
    currency: view.amount.currency,
    captured: view.captured,
    refunded: view.refunded,
    confirmation_url: view.confirmationUrl,
    cancellation_reason: view.cancellationReason,
    expires_at: view.expiresAt?.toISOString() ?? null,
    created_at: view.createdAt.toISOString(),
  };
}

export function presentForOperator(view: OperatorView): OperatorPayment {
  return { ...presentPayment(view), mismatched: view.mismatched };
}
