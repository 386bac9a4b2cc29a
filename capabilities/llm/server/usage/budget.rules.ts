import { day as dayMs } from '#base/time';

/** Too short to be an answer: better refused than cut. */
const shortestAnswer = 16;

/** How many output tokens a request may have with what is left of the day; undefined: none, refuse. */
export function grantOutput(left: number, inputTokens: number, wanted: number): number | undefined {
  const output = Math.min(wanted, left - inputTokens);
  return output >= Math.min(shortestAnswer, wanted) ? output : undefined;
}

/** The UTC day of an instant, as PostgreSQL writes dates. */
export function utcDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}

export function secondsToNextDay(now: Date): number {
  return Math.ceil((dayMs - (now.getTime() % dayMs)) / 1_000);
}
