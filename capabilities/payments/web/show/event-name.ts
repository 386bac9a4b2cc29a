import { useText } from '#platform/web';
import { paymentsTexts } from '../texts.ts';

const known = [
  'requested',
  'submission_started',
  'submission_refused',
  'observed',
  'settlement_requested',
  'capture_requested',
  'cancel_requested',
  'refund_requested',
  'refund_observed',
  'refund_refused',
  'provider_refused',
  'mismatch_observed',
  'receipt_sent',
  'released',
] as const;

/** What happened to a payment, in words; an unknown kind stands for itself. */
export function useEventName(): (kind: string) => string {
  const t = useText(paymentsTexts);
  return (kind) => {
    const found = known.find((one) => one === kind);
    return found === undefined ? kind : t(`event.${found}`);
  };
}
