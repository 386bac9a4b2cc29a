/** Local wall-clock minutes of the day; `from` after `to` passes midnight. Never equal. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

const zoneOrUtc = (timeZone: string): string => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId;
  } catch {
    return 'UTC';
  }
};

function isQuietAt({ from, to }: QuietHours, at: Temporal.ZonedDateTime): boolean {
  const minute = at.hour * 60 + at.minute;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/**
 * When the quiet of this moment ends, or null when it is not quiet. The end is the first instant at which the clock
 * on the person's wall is outside the hours: a clock that is put forward over the end ends them, one that is put
 * back into them lets them go on. An unknown zone counts as UTC.
 */
export function quietUntil(hours: QuietHours | null, now: Date, timeZone: string): Date | null {
  if (hours === null || hours.from === hours.to) return null;
  const zone = zoneOrUtc(timeZone);
  let at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  if (!isQuietAt(hours, at)) return null;
  const end = Temporal.PlainTime.from({ hour: Math.floor(hours.to / 60), minute: hours.to % 60 });
  // Each step goes to the next end on the wall or the next change of the clock; a day holds few of them.
  for (let step = 0; step < 8 && isQuietAt(hours, at); step += 1) at = nextStep(at, end);
  return new Date(at.epochMilliseconds);
}

function nextStep(at: Temporal.ZonedDateTime, end: Temporal.PlainTime): Temporal.ZonedDateTime {
  const today = at.toPlainDate();
  const ends = [today, today.add({ days: 1 })].flatMap((date) =>
    (['earlier', 'later'] as const).map((disambiguation) =>
      date.toPlainDateTime(end).toZonedDateTime(at.timeZoneId, { disambiguation }),
    ),
  );
  const change = at.getTimeZoneTransition('next');
  const later = [...ends, ...(change === null ? [] : [change])].filter(
    (candidate) => Temporal.ZonedDateTime.compare(candidate, at) > 0,
  );
  return later.reduce((one, other) => (Temporal.ZonedDateTime.compare(one, other) <= 0 ? one : other));
}

/** `HH:MM` as minutes of the day; the contract checked the form. */
export function minuteOf(text: string): number {
  const [hours = '0', minutes = '0'] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Minutes of the day as `HH:MM`. */
export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
