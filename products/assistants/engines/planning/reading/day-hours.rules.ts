import type { DaySpan } from '../plan.ts';

const shape = /^\s*(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})\s*$/;

/** `09:00-13:00` as minutes of a day; undefined for anything else. Order is checked with the plan. */
export function parseHours(text: string): DaySpan | undefined {
  const parts = shape.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = parts;
  return { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
}
