import type { UsageReport } from '../../contract/index.ts';

/** What is compared: questions, tokens or money. */
export type Measure = 'requests' | 'tokens' | 'cost';

export const measures: readonly Measure[] = ['requests', 'tokens', 'cost'];

export type Counts = UsageReport['total'];

const dayMs = 86_400_000;
const none: Counts = { requests: 0, input_tokens: 0, output_tokens: 0, cost: 0 };

export function amountOf(counts: Counts, measure: Measure): number {
  return measure === 'tokens' ? counts.input_tokens + counts.output_tokens : counts[measure];
}

/** Every day of a period, also those on which nothing was asked; both ends included. */
export function everyDay(from: string, to: string): readonly string[] {
  const first = Date.parse(`${from}T00:00:00Z`);
  const last = Date.parse(`${to}T00:00:00Z`);
  if (!(last >= first)) return [];
  const count = Math.round((last - first) / dayMs) + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * dayMs).toISOString().slice(0, 10),
  );
}

/** The days of a report without gaps. */
export function filledDays({
  from,
  to,
  by_day: told,
}: Pick<UsageReport, 'from' | 'to' | 'by_day'>): UsageReport['by_day'] {
  const known = new Map(told.map((line) => [line.day, line]));
  return everyDay(from, to).map((day) => known.get(day) ?? { day, ...none });
}

/** The most first; what is equal keeps its order. */
export function ranked<Line extends Counts>(lines: readonly Line[], measure: Measure): readonly Line[] {
  return lines.toSorted((one, other) => amountOf(other, measure) - amountOf(one, measure));
}

/** A share of the largest, in percent, for bars. */
export const widthOf = (value: number, largest: number): number =>
  largest <= 0 ? 0 : Math.min(100, (value / largest) * 100);
