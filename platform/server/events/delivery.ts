import { createHash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { defineJob, type JobDefinition } from '../jobs/index.ts';

/** An announced event on its way. */
export const Announcement = Type.Object({
  id: Type.String(),
  event: Type.String(),
  emitted_at: Type.String(),
  payload: Type.Unknown(),
});
export type Announcement = Static<typeof Announcement>;

/** Copies one announcement to everybody who listens. */
export const fanOut = defineJob({
  name: 'platform.fan_out_event',
  data: Announcement,
  retry: { limit: 20, delaySeconds: 1, backoff: true },
  timeoutSeconds: 60,
  concurrency: 8,
});

export function deliveryQueue(event: string, listener: string): string {
  return `event.${event}/${listener}`;
}

/** Each listener has a queue of its own: it fails, waits and is measured alone, and runs where it is loaded. */
export function deliveryJob(event: string, listener: string): JobDefinition<typeof Announcement> {
  return defineJob({
    name: deliveryQueue(event, listener),
    data: Announcement,
    retry: { limit: 12, delaySeconds: 1, backoff: true },
    timeoutSeconds: 120,
    concurrency: 4,
  });
}

/** The same id for the same announcement and listener: a repeated fan-out adds nothing. */
export function deliveryId(announcement: string, event: string, listener: string): string {
  const hash = createHash('sha256').update(`${announcement} ${event} ${listener}`).digest().subarray(0, 16);
  // RFC 9562 §5.8: version 8 is for ids made in a way of one's own.
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
