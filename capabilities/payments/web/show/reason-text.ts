import { useText } from '#platform/web';
import { paymentsTexts } from '../texts.ts';

const known = [
  'expired_on_confirmation',
  'expired_on_capture',
  'canceled_by_merchant',
  'insufficient_funds',
  '3d_secure_failed',
  'card_expired',
  'fraud_suspected',
  'issuer_unavailable',
  'country_forbidden',
  'call_issuer',
  'payment_method_restricted',
  'general_decline',
] as const;

/** Why a payment was cancelled, in words; an unknown code stands for itself. */
export function useReasonText(): (reason: string) => string {
  const t = useText(paymentsTexts);
  return (reason) => {
    const found = known.find((one) => one === reason);
    return found === undefined ? reason : t(`reason.${found}`);
  };
}
