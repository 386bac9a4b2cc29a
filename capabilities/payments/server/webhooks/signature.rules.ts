import { createHmac, timingSafeEqual } from 'node:crypto';
import { minute } from '#base/time';

const toleranceMs = 5 * minute;

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether a `Stripe-Signature` (`t=…,v1=…`) was made with the secret over this body in the last five minutes. */
export function verifyStripeSignature(
  body: string,
  header: string | undefined,
  secret: string,
  now: Date,
): boolean {
  const parts = (header ?? '').split(',').map((part) => part.split('='));
  const time = parts.find(([name]) => name?.trim() === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(time)) return false;
  if (Math.abs(now.getTime() - Number(time) * 1_000) > toleranceMs) return false;
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return parts.some(([name, value]) => name?.trim() === 'v1' && isSame(value ?? '', expected));
}
