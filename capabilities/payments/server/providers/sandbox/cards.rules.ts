/** YooKassa's test cards and what becomes of them; null pays. */
export const testCards: Readonly<Record<string, string | null>> = {
  '5555555555554477': null,
  '5555555555554444': null,
  '2200000000000004': null,
  '2202474301322987': null,
  '2200000000000053': 'insufficient_funds',
  '2200000000000012': '3d_secure_failed',
  '2200000000000038': 'card_expired',
  '2200000000000046': 'fraud_suspected',
  '2201382000000021': 'issuer_unavailable',
  '2201382000000054': 'country_forbidden',
};
