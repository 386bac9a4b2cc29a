import { createHash } from 'node:crypto';
import { Refusal } from '#base/refusal';
import { day } from '#base/time';
import type { FunnelDefinition } from '../index.ts';

/** What counts once, without saying what it was. */
export function onceKeyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The moment a browser claims, brought into the last day before now. */
export function believable(claimed: string | undefined, now: Date): Date {
  const at = claimed === undefined ? now.getTime() : new Date(claimed).getTime();
  return new Date(Math.min(now.getTime(), Math.max(now.getTime() - day, at)));
}

/** Throws `analytics.event_not_accepted` when one of the events is none that browsers may send. */
export function checkFromBrowser(definitions: readonly FunnelDefinition[], names: readonly string[]): void {
  const open = new Set(definitions.flatMap(({ fromBrowser }) => fromBrowser ?? []));
  const errors = names.flatMap((name, at) =>
    open.has(name)
      ? []
      : [{ pointer: `/body/events/${at}/name`, message: 'is not an event that browsers send' }],
  );
  if (errors.length > 0)
    throw new Refusal('invalid', 'analytics.event_not_accepted', 'Browsers do not send this event.', {
      errors,
    });
}
