import type { Listed } from '../providers/provider.ts';

/** One of our objects of the day. */
export interface Ours {
  readonly paymentId: string;
  readonly providerId: string;
  readonly status: string;
  readonly amount: number;
  readonly currency: string;
}

export interface Difference {
  readonly object: 'payment' | 'refund';
  readonly kind: 'missing_here' | 'missing_there' | 'amount' | 'status';
  readonly providerId: string;
  readonly paymentId: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

function sum({ amount, currency }: { readonly amount: number; readonly currency: string }): string {
  return `${amount} ${currency}`;
}

/** What one side has and the other has not, or has otherwise. */
export function compare(
  object: Difference['object'],
  ours: readonly Ours[],
  theirs: readonly Listed[],
): readonly Difference[] {
  const mine = new Map(ours.map((one) => [one.providerId, one]));
  const listed = new Set(theirs.map(({ providerId }) => providerId));
  const differences: Difference[] = [];
  for (const their of theirs) {
    const { providerId } = their;
    const our = mine.get(providerId);
    const theirSum = sum(their.amount);
    if (our === undefined) {
      const theirWords = `${their.status} ${theirSum}`;
      differences.push({
        ...{ object, kind: 'missing_here', providerId, paymentId: null, ours: null, theirs: theirWords },
      });
      continue;
    }
    const { paymentId } = our;
    const both = { object, providerId, paymentId };
    if (our.status !== their.status) {
      differences.push({ ...both, kind: 'status', ours: our.status, theirs: their.status });
    }
    // A cancelled sum moved nowhere.
    if (sum(our) !== theirSum && their.status !== 'canceled') {
      differences.push({ ...both, kind: 'amount', ours: sum(our), theirs: theirSum });
    }
  }
  for (const our of ours) {
    if (listed.has(our.providerId)) continue;
    const { providerId, paymentId } = our;
    const ourWords = `${our.status} ${sum(our)}`;
    differences.push({
      ...{ object, kind: 'missing_there', providerId, paymentId, ours: ourWords, theirs: null },
    });
  }
  return differences;
}
