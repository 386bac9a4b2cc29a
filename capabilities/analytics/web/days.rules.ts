/** Days, both included, as `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const day = 86_400_000;
const longest = 366;

/** The last so many days up to now, in UTC. */
export function lastDays(count: number, now: Date): Days {
  const text = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { from: text(now.getTime() - (count - 1) * day), to: text(now.getTime()) };
}

/** Whether the server would read these days. */
export function areReadable({ from, to }: Days): boolean {
  const length = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day;
  return length >= 0 && length < longest;
}
