const dayOf = (value: string): string => new Date(value).toDateString();

/** Tells whether a message is the first of its day (in the reader's time zone). */
export function beginsDay(value: string, before: string | undefined): boolean {
  return before === undefined || dayOf(value) !== dayOf(before);
}

/** How a day is called today: `today`, `yesterday`, or null where its date is better. */
export function dayName(value: string, now: Date): 'today' | 'yesterday' | null {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (dayOf(value) === now.toDateString()) return 'today';
  return dayOf(value) === yesterday.toDateString() ? 'yesterday' : null;
}
