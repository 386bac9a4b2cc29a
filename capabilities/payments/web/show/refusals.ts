import { useMemo } from 'react';
import { type RefusalTexts, useText } from '#platform/web';
import { paymentsTexts } from '../texts.ts';

const codes = [
  'payment_not_found',
  'sandbox_off',
  'provider_unavailable',
  'not_configured',
  'not_refundable',
  'refund_exceeds',
  'refund_incomplete',
  'refund_key_reused',
  'not_held',
  'capture_exceeds',
  'capture_differs',
  'already_captured',
  'day_not_over',
  'cursor_invalid',
  'report_not_found',
  'insufficient_funds',
  'adjustment_incomplete',
  'person_unknown',
  'amount_invalid',
] as const;

/** The texts of this capability's refusals, in the language of the moment. */
export function useRefusals(): RefusalTexts {
  const t = useText(paymentsTexts);
  return useMemo(
    () => Object.fromEntries(codes.map((code) => [`payments.${code}`, t(`refusal.${code}`)])),
    [t],
  );
}
