import type { SandboxDecline } from '../../contract/index.ts';

/** Test cards and why they are declined; null pays. */
export const testCards = [
  { number: '5555555555554444', reason: null },
  { number: '2202474301322987', reason: null },
  { number: '2200000000000053', reason: 'insufficient_funds' },
  { number: '2200000000000012', reason: '3d_secure_failed' },
  { number: '2200000000000038', reason: 'card_expired' },
  { number: '2200000000000046', reason: 'fraud_suspected' },
  { number: '2201382000000021', reason: 'issuer_unavailable' },
  { number: '2201382000000054', reason: 'country_forbidden' },
] as const;

export const declineReasons: readonly SandboxDecline[] = [
  'general_decline',
  'insufficient_funds',
  '3d_secure_failed',
  'call_issuer',
  'card_expired',
  'country_forbidden',
  'fraud_suspected',
  'issuer_unavailable',
  'payment_method_restricted',
];
