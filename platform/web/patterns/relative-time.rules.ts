const steps: readonly { readonly unit: Intl.RelativeTimeFormatUnit; readonly seconds: number }[] = [
  { unit: 'year', seconds: 31_557_600 },
  { unit: 'month', seconds: 2_629_800 },
  { unit: 'week', seconds: 604_800 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
];

/** The distance in the largest unit that fits at least once; null within half a minute. */
export function distanceOf(
  from: number,
  now: number,
): { readonly amount: number; readonly unit: Intl.RelativeTimeFormatUnit } | null {
  const seconds = (from - now) / 1_000;
  if (Math.abs(seconds) < 30) return null;
  for (const step of steps) {
    if (Math.abs(seconds) >= step.seconds)
      return { amount: Math.trunc(seconds / step.seconds), unit: step.unit };
  }
  return { amount: Math.round(seconds), unit: 'second' };
}
