const shape = /^(\d{1,2})(?:[:.,]?([0-5]\d))?$/;

/** Minutes from midnight of what people type for a time: `9`, `9:30`, `9.30`, `0930`, `24:00`. */
export function clockOf(text: string): number | undefined {
  const [whole, hours = '', minutes = '0'] = shape.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  const value = Number(hours) * 60 + Number(minutes);
  return value <= 24 * 60 ? value : undefined;
}

/** `09:30`. */
export function clockText(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A time as it is written, or the text where it is none. */
export function tidyClock(text: string): string {
  const minutes = clockOf(text);
  return minutes === undefined ? text : clockText(minutes);
}
