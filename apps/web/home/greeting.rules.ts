export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';

/** The part of the day at an hour of 0 to 23. */
export function partOfDay(hour: number): PartOfDay {
  if (hour < 5) return 'night';
  if (hour < 12) return 'morning';
  if (hour < 18) return 'afternoon';
  return hour < 23 ? 'evening' : 'night';
}
